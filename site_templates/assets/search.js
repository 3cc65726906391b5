// Words in the texts of reports, which are loaded and looked through one township after the other.
// What is searched for stands in the address, so it can be sent.
(function () {
  "use strict";
  var SHOWN = 50; // reports at a time
  var PASSAGES = 3; // of a report
  var BEFORE = 30, AFTER = 60; // characters around a word
  var AHEAD = 8; // townships that are loaded at once
  var SAID = 1000; // milliseconds between two words on how far it is
  var WIDER = 0xfee0; // from a character to its twin in full width
  var LATIN = /[a-z0-9]/i;
  // Whether the address says what to search for, or nothing, and not only a place on the page.
  function asked() { return /^(#q=|$)/.test(location.hash); }
  // Links to larger and smaller areas keep what is searched for.
  var areas = Array.from(document.querySelectorAll("main :is(.crumbs, table) a"), function (link) {
    return { link: link, href: link.href };
  });
  function keep() {
    if (asked()) areas.forEach(function (one) { one.link.href = one.href + location.hash; });
  }
  window.addEventListener("hashchange", keep);
  keep();

  var form = document.getElementById("search");
  if (!form) return;
  var words = form.dataset;
  var GROUPED = words.lang === "en" ? 1000 : 10000; // from which on a number has separators
  var input = form.querySelector("input");
  var status = document.getElementById("search-status");
  var details = document.getElementById("search-details");
  var list = document.getElementById("search-results");
  var more = document.getElementById("search-more");
  var simple = new Map(Array.from(window.traditional[0], function (old, i) { return [old, window.traditional[1][i]]; }));
  var turns = 0;
  var found = [];

  function made(tag, facts, inside) {
    var element = Object.assign(document.createElement(tag), facts);
    element.append.apply(element, inside || []);
    return element;
  }
  function filled(text, facts) {
    return text.replace(/\{(\w+)\}/g, function (_, name) {
      var fact = facts[name];
      return typeof fact === "number" && fact >= GROUPED ? fact.toLocaleString("en") : fact;
    });
  }
  // Pieces of a text, those in Chinese marked as such.
  function marked(text) {
    return text.split(/([\u2e80-\u9fff]+)/).map(function (piece, i) {
      return i % 2 ? made("span", { lang: "zh", textContent: piece }) : piece;
    });
  }

  // What is looked for: words parted by white space, and all that stands between two quotation marks.
  function patterns(said) {
    return (narrow(said).replace(/[“”]/g, '"').match(/"[^"]*"|[^\s"]+/g) || []).map(pattern).filter(Boolean);
  }
  // A word as it may be printed: with spaces and ends of lines in it, which part nothing but Latin
  // words and numbers.
  function pattern(word) {
    var pieces = word.match(/[a-z0-9]+|[^\s"]/giu);
    return pieces && new RegExp(pieces.map(function (piece, i) {
      var parted = LATIN.test(piece) && LATIN.test(pieces[i - 1]);
      return (i ? parted ? "\\s+" : "\\s*" : "") + Array.from(piece, twins).join("");
    }).join(""), "gi");
  }
  // A character in all its shapes: traditional or simplified, in full width or not.
  function twins(one) {
    var plain = simple.get(one) || one;
    var all = Array.from(simple.keys()).filter(function (old) { return simple.get(old) === plain; }).concat(plain);
    if (/[!-~]/.test(one)) all.push(String.fromCharCode(one.charCodeAt(0) + WIDER));
    return all.length > 1 ? "[" + all.join("").replace(/[\\\]^-]/g, "\\$&") + "]" : plain;
  }
  function narrow(text) {
    return text.replace(/[\uff01-\uff5e]/g, function (one) { return String.fromCharCode(one.charCodeAt(0) - WIDER); });
  }

  // What a script says; there may be very many, so nothing of it is kept.
  function load(kind, name) {
    return new Promise(function (resolve, reject) {
      function failed() { reject(new Error(name)); }
      var script = document.createElement("script");
      script.src = words.root + words[kind] + "/" + encodeURIComponent(name) + ".js";
      script.onload = function () {
        script.remove();
        var told = window[kind] && window[kind][name];
        if (!told) { failed(); return; } // as where a server has a page for what it does not find
        delete window[kind][name];
        resolve(told);
      };
      script.onerror = function () { script.remove(); failed(); };
      document.head.append(script);
    });
  }

  // The ids of the townships of an area, all its parts together; null for those of which a list
  // has not loaded.
  async function townships(name) {
    try {
      var area = await load("areas", name);
      return area.townships.concat((await Promise.all(area.parts.map(townships))).flat());
    } catch (_) {
      return [null];
    }
  }

  // A township with all its reports; null when not all of them have loaded.
  async function loaded(id) {
    if (id === null) return null;
    try {
      var part = await load("texts", id);
      var reports = part.reports;
      while (part.next) {
        part = await load("texts", part.next);
        reports = reports.concat(part.reports);
      }
      return { place: part.place[words.lang], reports: reports.map(read) };
    } catch (_) {
      return null;
    }
  }
  // A report whose lines are put together as far as nothing stands between them.
  function read(cells) {
    var runs = [];
    cells[3].forEach(function (line, i) {
      if (!i || line[0] !== cells[3][i - 1][0] + 1) runs.push({ first: line[0], lines: [] });
      runs[runs.length - 1].lines.push(line[1]);
    });
    runs.forEach(function (run) { run.text = run.lines.join("\n"); });
    return { id: cells[0], year: cells[1], firsts: cells[2], runs: runs };
  }

  // The lines on which what is looked for begins, if the report holds all of it.
  function passages(report, sought) {
    function held(word) { return report.runs.some(function (run) { return run.text.search(word) >= 0; }); }
    return sought.every(held) ? report.runs.flatMap(function (run) { return passagesOf(run, sought); }) : [];
  }
  function passagesOf(run, sought) {
    var hits = sought.flatMap(function (word) {
      return Array.from(run.text.matchAll(word), function (hit) { return [hit.index, hit.index + hit[0].length]; });
    }).sort(function (a, b) { return a[0] - b[0] || b[1] - a[1]; });
    var start = 0, next = 0, found = [];
    run.lines.forEach(function (line, i) {
      var own = [];
      for (; next < hits.length && hits[next][0] < start + line.length; next++) own.push([hits[next][0] - start, hits[next][1] - start]);
      var text = line;
      var end = own.reduce(function (last, hit) { return Math.max(last, hit[1]); }, 0);
      for (var j = i + 1; text.length < end; j++) text += "\n" + run.lines[j]; // a word runs on
      if (own.length) found.push({ number: run.first + i, text: text, hits: own });
      start += line.length + 1;
    });
    return found;
  }

  async function run() {
    var turn = ++turns;
    var said = (new URLSearchParams(location.hash.slice(1)).get("q") || "").slice(0, input.maxLength);
    var sought = patterns(said);
    found = [];
    input.value = said;
    list.ariaBusy = "false";
    list.replaceChildren();
    more.hidden = true;
    details.textContent = status.textContent = "";
    if (!sought.length) return;
    list.ariaBusy = "true";
    status.textContent = words.loading;
    var all = 0, failed = false, bodies = 0, byYear = new Map(), told = 0;
    function tell(i) {
      told = performance.now();
      details.textContent = filled(words.progress, { i: i, n: Number(words.bodies), found: found.length });
    }
    tell(0);
    var ids = await townships(words.name);
    if (turn !== turns) return;
    var waiting = [];
    for (var i = 0; i < ids.length; i++) {
      while (waiting.length < Math.min(ids.length, i + AHEAD)) waiting.push(loaded(ids[waiting.length]));
      if (performance.now() - told > SAID) tell(i);
      var township = await waiting[i];
      if (turn !== turns) return;
      waiting[i] = null;
      if (!township) { failed = true; continue; }
      var before = found.length;
      township.reports.forEach(function (report) {
        var hits = passages(report, sought);
        var year = byYear.get(report.year) || [0, 0];
        byYear.set(report.year, [year[0] + (hits.length ? 1 : 0), year[1] + 1]);
        all++;
        if (!hits.length) return;
        found.push({ place: township.place, report: { id: report.id, year: report.year, firsts: report.firsts },
          shown: hits.slice(0, PASSAGES), left: Math.max(0, hits.length - PASSAGES) });
        if (found.length <= SHOWN) list.append(item(found[found.length - 1]));
      });
      bodies += found.length > before ? 1 : 0;
    }
    var text = filled(found.length ? words.found : words.none, { q: said.trim(), found: found.length, n: all, bodies: bodies });
    status.replaceChildren.apply(status, marked(text + (failed ? words.space + words.failed : "")));
    details.textContent = found.length ? words.byYear + Array.from(byYear.keys()).sort().map(function (year) {
      return filled(words.share, { year: dated(year), found: byYear.get(year)[0], n: byYear.get(year)[1] });
    }).join(words.list) : "";
    list.ariaBusy = "false";
    offer();
  }

  function dated(year) { return year ? filled(words.year, { year: String(year) }) : words.undated; }

  function offer() {
    var left = found.length - list.children.length;
    more.hidden = !left;
    more.textContent = filled(words.more, { n: Math.min(left, SHOWN) });
  }

  function path(report, number) {
    var part = report.firsts.filter(function (first) { return first <= number; }).length + 1;
    return words.root + (words.lang === "en" ? "en/" : "") + "reports/" + encodeURIComponent(report.id) +
      (part > 1 ? "/original/" + part : "") + "/index.html";
  }

  function item(one) {
    var place = one.place; // its name, where it is, its pinyin
    var link = made("a", { href: path(one.report, 0) }, [
      made("span", { lang: "zh", textContent: place[0] }),
      ["", place[2], dated(one.report.year)].filter(function (word, i) { return word || !i; }).join(" "),
    ]);
    var where = made("span", { className: "small quiet" }, [" "].concat(marked(place[1])));
    var shown = one.shown.map(function (line) {
      var number = made("a", {
        className: "small nowrap", href: path(one.report, line.number) + "#L" + line.number,
        textContent: filled(words.line, { n: String(line.number) }),
      });
      return made("p", {}, [number, " ", made("span", { lang: "zh" }, around(line))]);
    });
    if (one.left) shown.push(made("p", { className: "small quiet", textContent: filled(words.further, { n: one.left }) }));
    return made("li", {}, [link, where].concat(shown));
  }

  // What was found on a line, marked, with what stands around the first of it.
  function around(line) {
    var text = line.text;
    function cut(at) { return at - /[\udc00-\udfff]/.test(text.charAt(at)); } // never within a character
    var at = cut(Math.max(0, line.hits[0][0] - BEFORE));
    var end = cut(Math.min(text.length, line.hits[0][1] + AFTER));
    var nodes = [at ? "…" : ""];
    line.hits.forEach(function (hit) {
      if (hit[0] < at || hit[1] > end) return;
      nodes.push(text.slice(at, hit[0]), made("mark", { textContent: text.slice(hit[0], hit[1]) }));
      at = hit[1];
    });
    return nodes.concat(text.slice(at, end), end < text.length ? "…" : "");
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var typed = input.value.trim();
    var hash = typed ? "#" + new URLSearchParams({ q: typed }) : "";
    if (location.hash === hash) { run(); return; }
    if (hash) { location.hash = hash; return; } // which makes it run
    history.pushState(null, "", location.pathname + location.search);
    keep();
    run();
  });
  more.addEventListener("click", function () {
    var next = list.children.length;
    list.append.apply(list, found.slice(next, next + SHOWN).map(item));
    offer();
    list.children[next].querySelector("a").focus();
  });
  window.addEventListener("hashchange", function () { if (asked()) run(); });
  form.hidden = false;
  run();
})();
