// The finder on the home page: names, pinyin, codes and counties, from places.js and its parts. Without
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
    return text.normalize("NFKD").toLowerCase().replace(/[\s'’·›\u0300-\u036f-]+/g, "");
  }
  var SHOWN = 20;
  // A few places are all there; of many, those that begin alike are loaded together.
  var find = places.rows ? inList() : inShards;

  function inList() {
    var keys = places.rows.map(function (row) { return plain(row[1] + row[2] + row[3] + row[5]); });
    return function (wanted, done) {
      done(places.rows.filter(function (_, i) { return keys[i].includes(wanted); }), false);
    };
  }

  function inShards(wanted, done) {
    var found = new Map();
    var at = Math.max(0, places.shards.findLastIndex(function (shard) { return shard[0] < wanted; }));
    status.textContent = places.loading[lang];
    (function next(i) {
      var shard = places.shards[i];
      if (found.size > SHOWN || !shard || (shard[0] > wanted && !shard[0].startsWith(wanted))) {
        done(Array.from(found.values()).sort(byName(wanted)), found.size > SHOWN);
        return;
      }
      load(shard[1]).then(function (entries) {
        entries.forEach(function (entry) {
          var row = entry.slice(1);
          if (entry[0].startsWith(wanted)) found.set(row.slice(0, 2).concat(row[3]).join(), row);
        });
        next(i + 1);
      }, function () { status.textContent = places.failed[lang]; });
    })(at);
  }

  function byName(wanted) {
    function rank(row) { return (plain(row[1]).startsWith(wanted) ? "0" : "1") + row[3]; }
    return function (a, b) { return rank(a) < rank(b) ? -1 : 1; };
  }

  var loads = {};
  function load(path) {
    loads[path] = loads[path] || new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      script.src = box.dataset.root + path;
      script.onload = function () { resolve(window.placeShards[path]); };
      script.onerror = function () { script.remove(); delete loads[path]; reject(new Error(path)); };
      document.head.append(script);
    });
    return loads[path];
  }

  function show() {
    var wanted = plain(input.value);
    if (!wanted) { list.replaceChildren(); status.textContent = ""; return; }
    find(wanted, function (found, more) {
      if (plain(input.value) === wanted) print(found, more);
    });
  }

  function print(found, more) {
    list.replaceChildren();
    status.textContent = more ? places.more[lang].replace("{n}", SHOWN)
      : found.length ? box.dataset.count.replace("{n}", found.length) : box.dataset.none;
    found.slice(0, SHOWN).forEach(function (row) {
      var link = document.createElement("a");
      link.href = box.dataset.root + (lang === "en" ? "en/" : "") + "townships/" + row[0].replace(/(#|$)/, "/index.html$1");
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
