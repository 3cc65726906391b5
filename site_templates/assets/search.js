// Words in the texts of reports, which are loaded and looked through one township after the other.
// What is searched for stands in the address, so it can be sent.
(function () {
  "use strict";
  var SHOWN = 50; // reports at a time
  var PASSAGES = 3; // of a report
  var BEFORE = 30, AFTER = 60; // characters around a word
  var AHEAD = 8; // townships that are loaded at once
  var SAID = 2000; // milliseconds between two words on how far it is
  // Links to larger and smaller areas keep what is searched for.
  var areas = Array.from(document.querySelectorAll("main :is(.crumbs, table) a"), function (link) {
    return { link: link, href: link.href };
  });
  function keep() {
    areas.forEach(function (one) { one.link.href = one.href + location.hash; });
  }
  window.addEventListener("hashchange", keep);
  keep();

  var form = document.getElementById("search");
  if (!form) return;
  var words = form.dataset;
  var GROUPED = words.lang === "en" ? 1000 : 10000; // from which on a number has separators
  var input = form.querySelector("input");
  var status = document.getElementById("search-status");
  var years = document.getElementById("search-years");
  var list = document.getElementById("search-results");
  var more = document.getElementById("search-more");
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
  // In full width or not, in capitals or not; as long as before.
  function plain(text) {
    return text.replace(/[\uff01-\uff5e]/g, function (one) {
      return String.fromCharCode(one.charCodeAt(0) - 0xfee0);
    }).replace(/[A-Z]/g, function (one) { return one.toLowerCase(); });
  }

  // What a script says; there may be very many, so nothing of it is kept.
  function load(kind, name) {
    return new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      script.src = words.root + words[kind] + "/" + encodeURIComponent(name) + ".js";
      script.onload = function () {
        script.remove();
        resolve(window[kind][name]);
        delete window[kind][name];
      };
      script.onerror = function () { script.remove(); reject(new Error(name)); };
      document.head.append(script);
    });
  }

  // The ids of the townships of an area, all its parts together; null for those of which a list
  // has not loaded.
  async function townships(name) {
    try {
      var area = await load("areas", name);
      return area.townships.concat.apply(area.townships, await Promise.all(area.parts.map(townships)));
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
  function read(cells) {
    return {
      id: cells[0], year: cells[1], firsts: cells[2],
      lines: cells[3].map(function (line) { return { number: line[0], text: line[1], plain: plain(line[1]) }; }),
    };
  }

  // The lines that hold one of the words, if the report holds all of them.
  function passages(report, sought) {
    function holds(word) { return report.lines.some(function (line) { return line.plain.includes(word); }); }
    if (!sought.every(holds)) return [];
    return report.lines.filter(function (line) {
      return sought.some(function (word) { return line.plain.includes(word); });
    });
  }

  async function run() {
    var turn = ++turns;
    var said = new URLSearchParams(location.hash.slice(1)).get("q") || "";
    var sought = plain(said).split(/\s+/).filter(Boolean);
    found = [];
    input.value = said;
    list.ariaBusy = "false";
    list.replaceChildren();
    more.hidden = true;
    years.textContent = status.textContent = "";
    if (!sought.length) return;
    list.ariaBusy = "true";
    var all = 0, failed = false, bodies = 0, byYear = new Map(), told = 0;
    function tell(i) {
      told = performance.now();
      status.textContent = filled(words.loading, { i: i, n: Number(words.bodies), found: found.length });
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
          shown: hits.slice(0, PASSAGES), left: Math.max(0, hits.length - PASSAGES), sought: sought });
        if (found.length <= SHOWN) list.append(item(found[found.length - 1]));
      });
      bodies += found.length > before ? 1 : 0;
    }
    var text = filled(found.length ? words.found : words.none, { q: said.trim(), found: found.length, n: all, bodies: bodies });
    status.textContent = text + (failed ? words.space + words.failed : "");
    years.textContent = found.length ? words.byYear + Array.from(byYear.keys()).sort().map(function (year) {
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
    var where = made("span", { className: "small quiet", textContent: " " + place[1] });
    var shown = one.shown.map(function (line) {
      var number = made("a", {
        className: "small nowrap", href: path(one.report, line.number) + "#L" + line.number,
        textContent: filled(words.line, { n: String(line.number) }),
      });
      return made("p", {}, [number, " ", made("span", { lang: "zh" }, around(line, one.sought))]);
    });
    if (one.left) shown.push(made("p", { className: "small quiet", textContent: filled(words.further, { n: one.left }) }));
    return made("li", {}, [link, where].concat(shown));
  }

  // The words of a line, marked, with what stands around the first of them.
  function around(line, sought) {
    var hits = sought.flatMap(function (word) {
      var places = [];
      for (var at = line.plain.indexOf(word); at >= 0; at = line.plain.indexOf(word, at + word.length)) places.push([at, at + word.length]);
      return places;
    }).sort(function (a, b) { return a[0] - b[0]; });
    var start = Math.max(0, hits[0][0] - BEFORE);
    var end = Math.min(line.text.length, hits[0][1] + AFTER);
    var nodes = [start ? "…" : ""];
    var at = start;
    hits.forEach(function (hit) {
      if (hit[0] < at || hit[1] > end) return;
      nodes.push(line.text.slice(at, hit[0]), made("mark", { textContent: line.text.slice(hit[0], hit[1]) }));
      at = hit[1];
    });
    return nodes.concat(line.text.slice(at, end), end < line.text.length ? "…" : "");
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var hash = input.value.trim() ? "#q=" + encodeURIComponent(input.value.trim()) : "";
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
  window.addEventListener("hashchange", run);
  form.hidden = false;
  run();
})();
