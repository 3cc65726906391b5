// Which rows of a comparison are shown, by the names typed; they stand in the address, so that a
// choice can be sent. Without JavaScript, and without a choice, all rows are shown.
(function () {
  "use strict";
  var bar = document.getElementById("choose");
  if (!bar) return;
  var all = Array.from(document.querySelectorAll("main .chart-rows li:not(.chart-head), main tbody tr"));
  var named = new Map(); // by the page that a row leads to
  document.querySelectorAll(".year > .scroll tbody th a:not(.flagmark)").forEach(function (link) {
    named.set(link.href, plain(link.textContent));
  });
  var rows = all.map(function (row) {
    var link = row.querySelector("a");
    var own = row.querySelector(".chart-name, th, td");
    return { row: row, name: (link && named.get(link.href)) || (own ? plain(own.textContent) : "") };
  });
  var years = Array.from(document.querySelectorAll(".year"));
  var apart = document.documentElement.lang === "en" ? /[,;，、；]+/ : /[\s,;，、；]+/;
  var label = document.createElement("label");
  var input = document.createElement("input");
  input.type = "search";
  input.autocomplete = "off";
  label.append(bar.dataset.label, document.createElement("br"), input);
  bar.append(label);
  var status = document.createElement("p");
  status.className = "small quiet";
  status.setAttribute("role", "status");
  bar.after(status);

  function plain(text) { return text.normalize("NFKD").toLowerCase().replace(/\s+/g, ""); }

  function show() {
    var wanted = input.value.split(apart).map(plain).filter(Boolean);
    function chosen(name) {
      return !wanted.length || wanted.some(function (word) { return name.includes(word); });
    }
    rows.forEach(function (one) { one.row.hidden = !chosen(one.name); });
    years.forEach(function (year) { year.hidden = !year.querySelector("tbody tr:not([hidden])"); });
    var names = Array.from(new Set(named.values()));
    document.dispatchEvent(new Event("rowschosen")); // for interactive charts
    status.textContent = wanted.length ? bar.dataset.shown.replace("{n}", names.filter(chosen).length).replace("{all}", names.length) : "";
  }

  function read() {
    var found = /^(?:#only=(.*))?$/.exec(location.hash);
    if (!found) return; // a place on the page
    try { input.value = decodeURIComponent(found[1] || ""); } catch (_) { return; }
    show();
  }

  input.addEventListener("input", function () {
    show();
    history.replaceState(null, "", input.value.trim() ? "#only=" + encodeURIComponent(input.value.trim()) : location.pathname + location.search);
  });
  window.addEventListener("hashchange", read);
  read();
})();
