// The finder on the home page: names, pinyin, codes and counties, from places.js. Without
// JavaScript the link to the directory that stands in its place does the same.
(function () {
  "use strict";
  var box = document.getElementById("finder");
  var places = window.places;
  if (!box || !places) return;
  var lang = box.dataset.lang;
  var label = document.createElement("label");
  label.htmlFor = "finder-input";
  label.textContent = places.label[lang];
  var input = document.createElement("input");
  input.type = "search";
  input.id = "finder-input";
  input.autocomplete = "off";
  input.placeholder = places.placeholder[lang];
  var status = document.createElement("p");
  status.className = "small quiet";
  status.setAttribute("role", "status");
  var list = document.createElement("ul");
  list.id = "finder-results";
  box.prepend(label, input, status, list);

  function plain(text) {
    return text.normalize("NFKD").toLowerCase().replace(/[\s'’·›-]+/g, "");
  }
  var keys = places.rows.map(function (row) { return plain(row[1] + row[2] + row[3] + row[5]); });

  function show() {
    var wanted = plain(input.value);
    list.replaceChildren();
    if (!wanted) { status.textContent = ""; return; }
    var found = places.rows.filter(function (_, i) { return keys[i].includes(wanted); });
    status.textContent = found.length ? box.dataset.count.replace("{n}", found.length) : box.dataset.none;
    found.slice(0, 20).forEach(function (row) {
      var link = document.createElement("a");
      link.href = box.dataset.root + (lang === "en" ? "en/" : "") + "townships/" + row[0] + "/index.html";
      var name = document.createElement("span");
      name.lang = "zh";
      name.textContent = row[1];
      var where = document.createElement("span");
      where.className = "where";
      where.textContent = " " + [lang === "en" ? row[2] : "", lang === "en" ? row[5] : row[4], row[3]].filter(Boolean).join(" · ");
      link.append(name, where);
      var item = document.createElement("li");
      item.append(link);
      list.append(item);
    });
  }
  input.addEventListener("input", show);
  input.addEventListener("keydown", function (event) {
    var first = list.querySelector("a");
    if (first && event.key === "Enter") first.click();
    if (first && event.key === "ArrowDown") { event.preventDefault(); first.focus(); }
  });
})();
