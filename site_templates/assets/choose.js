// Townships that a reader chooses, side by side in one year. The choice stands in the address, so it
// can be sent; their numbers are loaded when they are chosen. Without JavaScript the tables of the
// page, which it begins with, show the same.
(function () {
  "use strict";
  var box = document.getElementById("choose");
  if (!box) return;
  var words = box.dataset;
  var most = Number(words.most);
  var year = document.getElementById("choose-year");
  var metric = document.getElementById("choose-metric");
  var chosen = document.getElementById("chosen");
  var finder = document.getElementById("finder");
  var status = box.querySelector(":scope > [role=status]");
  var region = box.querySelector(":scope > .scroll");
  var legend = document.getElementById("choose-legend");
  var printed = Array.from(document.querySelectorAll(".year :is(.chart-rows li:not(.chart-head), tbody tr)"));
  var turns = 0;

  function made(tag, facts, inside) {
    var element = Object.assign(document.createElement(tag), facts);
    element.append.apply(element, inside || []);
    return element;
  }
  function filled(text, facts) {
    return text.replace(/\{(\w+)\}/g, function (_, name) { return facts[name]; });
  }
  function page(path) {
    return words.root + (words.lang === "en" ? "en/" : "") + path + "/index.html";
  }

  // What the address says; what it does not say, or says of what there is not, is left open.
  function read() {
    var said = new URLSearchParams(location.hash.slice(1));
    var ids = (said.get("townships") || "").split(",").filter(Boolean);
    function known(select, name) {
      var value = said.get(name) || "";
      return Array.from(select.options).some(function (one) { return one.value === value; }) ? value : "";
    }
    return {
      townships: Array.from(new Set(ids)).sort().slice(0, most),
      year: known(year, "year"),
      metric: known(metric, "metric"),
    };
  }

  function write(townships) {
    if (!townships.length) {
      history.pushState(null, "", location.pathname + location.search);
      show();
      return;
    }
    location.hash = "townships=" + townships.map(encodeURIComponent).join(",") + "&year=" + year.value +
      (metric.value ? "&metric=" + metric.value : "");
  }

  var loads = {};
  function load(name) {
    loads[name] = loads[name] || new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      script.src = words.root + words.numbers + "/" + name + "-" + words.lang + ".js";
      script.onload = function () { resolve(window.compared[name]); };
      script.onerror = function () { script.remove(); delete loads[name]; reject(new Error(name)); };
      document.head.append(script);
    });
    return loads[name];
  }

  // From the whole country down: a list says in which file to look on.
  function find(id, name) {
    return load(name).then(function (part) {
      if (!Array.isArray(part)) return Object.hasOwn(part, id) ? part[id] : null;
      var inside = part.filter(function (one) { return one[0] <= id; }).pop();
      return inside ? find(id, inside[1]) : null;
    });
  }

  function show() {
    var choice = read();
    var turn = ++turns;
    if (choice.townships.length) {
      metric.value = choice.metric;
      status.textContent = words.loading;
    }
    Promise.allSettled(choice.townships.map(function (id) { return find(id, "all"); })).then(function (results) {
      if (turn !== turns) return;
      print(choice, results.map(function (one, i) {
        var told = one.value || [choice.townships[i], "", "", {}];
        return { id: choice.townships[i], failed: one.status === "rejected", known: Boolean(one.value), name: told[0], pinyin: told[1], where: told[2], years: told[3] };
      }));
    });
  }

  // The year that most have a report of, of such the one that the page begins with, then the latest.
  function bestYear(townships) {
    function rank(option) {
      var have = townships.filter(function (one) { return one.years[option.value]; }).length;
      return have + (option.defaultSelected ? 0.5 : 0);
    }
    return Array.from(year.options).reduce(function (best, one) { return rank(one) > rank(best) ? one : best; }).value;
  }

  function print(choice, townships) {
    if (townships.length) year.value = choice.year || bestYear(townships);
    var reports = townships.filter(function (one) { return one.years[year.value]; });
    function names(some) { return some.map(spoken).join(words.list); }
    function said(text, some) { return some.length ? filled(text, { year: year.value, names: names(some), n: some.length }) : ""; }
    status.textContent = [
      said(words.shown, reports),
      said(words.missing, townships.filter(function (one) { return one.known && !one.years[year.value]; })),
      said(words.unknown, townships.filter(function (one) { return !one.failed && !one.known; })),
      said(words.failed, townships.filter(function (one) { return one.failed; })),
    ].filter(Boolean).join(words.space);
    chosen.replaceChildren.apply(chosen, townships.map(chip));
    region.hidden = legend.hidden = !reports.length;
    region.replaceChildren.apply(region, !reports.length ? [] : [metric.value ? byTownship(reports) : byMetric(reports)]);
    narrow(townships);
  }

  function spoken(one) { return one.name + (one.pinyin ? " " + one.pinyin : ""); }

  function named(one) {
    return [made("span", { lang: "zh", textContent: one.name })].concat(
      one.pinyin ? [" ", made("span", { className: "pinyin", textContent: one.pinyin })] : []);
  }

  // The narrowest of the areas that it lies in, Chinese marked as such.
  function within(one, levels) {
    return one.where.split(" › ").slice(-levels).join(" › ").split(/([\u2e80-\u9fff]+)/).map(function (piece, i) {
      return i % 2 ? made("span", { lang: "zh", textContent: piece }) : piece;
    });
  }

  function chip(one) {
    var where = made("span", { className: "small quiet" }, within(one, 1));
    var button = made("button", { type: "button", textContent: "×", ariaLabel: filled(words.remove, { name: spoken(one) }) });
    button.addEventListener("click", function () {
      write(read().townships.filter(function (id) { return id !== one.id; }));
      field().focus();
    });
    return made("li", {}, [made("span", {}, named(one).concat(" ", where)), button]);
  }

  function head(one, scope) {
    var report = one.years[year.value];
    var link = made("a", { href: page("reports/" + report[0]) }, named(one));
    var mark = made("a", { className: "flagmark", href: link.href + "#findings", textContent: "●", ariaLabel: words.flagged });
    var where = made("span", { className: "small quiet where" }, within(one, 2));
    return made("th", { scope: scope }, [link].concat(report[1] ? [" ", mark] : [], made("br"), where));
  }

  function cell(tag, one, at) {
    var found = one.years[year.value][2][at]; // what is printed, how long its bar is, the interval
    var value = made("span", { className: "nowrap", textContent: found[0] });
    var below = found[2] ? [made("br"), made("span", { className: "small quiet nowrap", textContent: found[2] })] : [];
    return made(tag, { className: "n" }, [value].concat(below));
  }

  // All metrics: a column for each township, which needs less room than one for each metric.
  function byMetric(reports) {
    var heads = reports.map(function (one) { return Object.assign(head(one, "col"), { className: "n" }); });
    var rows = Array.from(metric.options).slice(1).map(function (option, at) {
      var link = made("a", { href: page("metrics/" + option.value), textContent: option.text });
      return made("tr", {}, [made("th", { scope: "row" }, [link])].concat(
        reports.map(function (one) { return cell("td", one, at); })));
    });
    return table(words.all, [made("td")].concat(heads), rows);
  }

  function byTownship(reports) {
    var option = metric.selectedOptions[0];
    var at = metric.selectedIndex - 1;
    var lengths = reports.map(function (one) { return one.years[year.value][2][at][1]; });
    var rate = "rate" in option.dataset;
    var full = rate ? 1 : Math.max.apply(null, lengths.map(function (one) { return one || 0; }));
    var rows = reports.map(function (one, i) {
      return made("tr", {}, [head(one, "row"), cell("td", one, at), made("td", { className: "bars" }, lengths[i] === undefined ? [] : [bar(lengths[i] / (full || 1), rate)])]);
    });
    var link = made("a", { href: page("metrics/" + option.value), textContent: option.text });
    return table(words.one, [made("td"), made("th", { scope: "col", className: "n" }, [link]), made("td", { className: "bars" })], rows);
  }

  function drawn(tag, attributes) {
    var element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    Object.keys(attributes).forEach(function (name) { element.setAttribute(name, attributes[name]); });
    return element;
  }

  // Of a rate the whole is drawn as well; the number stands beside it, so it says nothing itself.
  function bar(share, rate) {
    var svg = drawn("svg", { class: "bar", "aria-hidden": "true" });
    if (rate) svg.append(drawn("rect", { class: "whole", width: "100%", height: "100%" }));
    svg.append(drawn("rect", { width: share * 100 + "%", height: "100%" }));
    return svg;
  }

  function table(caption, heads, rows) {
    var text = filled(caption, { year: year.value, metric: metric.selectedOptions[0].text });
    var broad = heads.length > 6 ? " many-columns" : "";
    return made("table", { className: "list first-sticky chosen" + broad }, [
      made("caption", { textContent: text }), made("thead", {}, [made("tr", {}, heads)]), made("tbody", {}, rows),
    ]);
  }

  // What the page lists by township is narrowed to the chosen as well, in its charts too.
  function narrow(townships) {
    var own = new Set(townships.flatMap(function (one) {
      return Object.values(one.years).map(function (report) { return report[0]; });
    }));
    printed.forEach(function (row) {
      var link = row.querySelector("a");
      var report = link && /\/reports\/([^/]+)\//.exec(decodeURI(link.pathname));
      row.hidden = Boolean(own.size && report && !own.has(report[1]));
    });
    document.querySelectorAll(".year").forEach(function (one) { one.hidden = !one.querySelector("tbody tr:not([hidden])"); });
    document.dispatchEvent(new Event("rowschosen")); // for interactive charts
  }

  function field() { return finder.querySelector("input"); }

  // The finder finds places; here a township that is found is added, an area opens as elsewhere.
  finder.addEventListener("click", function (event) {
    var link = event.target.closest("a");
    var found = link && /\/townships\/(\d{7,}|unresolved-[^/]+)\//.exec(decodeURI(link.pathname));
    if (!found) return;
    event.preventDefault();
    var townships = read().townships;
    field().value = "";
    field().dispatchEvent(new Event("input"));
    field().focus();
    if (townships.includes(found[1])) return;
    if (townships.length < most) write(townships.concat(found[1]));
    else status.textContent = filled(words.full, { n: most });
  });
  [year, metric].forEach(function (one) {
    one.addEventListener("change", function () {
      var townships = read().townships;
      if (townships.length) write(townships);
    });
  });
  window.addEventListener("hashchange", function () {
    if (/^(#townships=|$)/.test(location.hash)) show(); // and not for places on the page
  });
  box.hidden = false;
  show();
})();
