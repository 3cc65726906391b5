// The finder: places by their names, pinyin, initials and codes, and by what they lie in, from
// places.js and its parts. Without JavaScript the directory does the same.
(function () {
  "use strict";
  var SHOWN = 20;
  var LEVELS = 4; // names that one place has: of its province, city and county, and its own
  var WORDS = 16; // of these names at most, in pinyin
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

  var kinds = new RegExp("(" + places.kinds.join("|") + ")$");
  var offices = new RegExp(places.offices.join("|"), "g");
  var peoples = new RegExp(places.shortened[0], "g");
  var autonomous = new RegExp(places.shortened[1], "g");
  var simple = new Map(Array.from(places.traditional[0], function (old, i) {
    return [old, Array.from(places.traditional[1])[i]];
  }));

  function plain(text) {
    return text.normalize("NFKD").toLowerCase().replace(/[\s'’·›\u0300-\u036f-]+/g, "").replace(/v/g, "u");
  }

  // What was typed, word by word: `肥乡区天台山镇人民政府` is 肥乡区 and 天台山镇.
  function words(typed) {
    return Array.from(typed, function (one) { return simple.get(one) || one; }).join("")
      .replace(offices, " ")
      .replace(/([^\s\w][省市区县旗州盟])(?=[^\s省市区县旗州盟镇乡街])/g, "$1 ")
      .split(/[\s,，、;；·›]+/).map(plain)
      .filter(function (word) { return word.replace(kinds, ""); });
  }

  // The words put together to so many names, in every way: a name may be typed in several words.
  function joined(some, count) {
    if (count === 1) return [[some.join("")]];
    var ways = [];
    for (var n = 1; n <= some.length - count + 1; n++) {
      joined(some.slice(n), count - 1).forEach(function (rest) {
        ways.push([some.slice(0, n).join("")].concat(rest));
      });
    }
    return ways;
  }

  function read(cells) {
    var above = cells[6].split(" › ").map(function (text) {
      var han = text.split(" ", 1)[0];
      return called(han, text.slice(han.length + 1));
    });
    return {
      path: cells[0], name: cells[1], pinyin: cells[2], initials: cells[3], code: cells[4],
      where: { zh: cells[5], en: cells[6] }, own: called(cells[1], cells[2]), above: above,
    };
  }
  // A name in Chinese and in pinyin, whole and in short, and each without its kind.
  function called(name, pinyin) {
    var han = forms(name).map(plain);
    return {
      han: han, bare: han.map(bare), spoken: forms(pinyin).map(plain),
      base: forms(pinyin).map(function (form) { return plain(form.replace(/ \S+$/, "")); }),
    };
  }
  // `青龙满族自治县` is 青龙自治县 and 青龙县 as well, `Yujiawu Huizu Xiang` Yujiawu Xiang.
  function forms(name) {
    var short = name.slice(0, 1) + name.slice(1).replace(peoples, "");
    return [name, short, short.replace(autonomous, "")].filter(function (form, i, all) {
      return all.indexOf(form) === i;
    });
  }
  function bare(han) { return han.replace(kinds, "") || han; }
  // A name is met by a piece of it that is not only its kind, or by the beginning of its pinyin.
  function met(name, word) {
    return name.spoken.some(function (form) { return form.startsWith(word); }) ||
      name.han.some(function (form, i) {
        var at = form.indexOf(word);
        return at >= 0 && at < name.bare[i].length;
      });
  }
  function own(row, word) {
    return met(row.own, word) || row.initials.startsWith(word) || row.code.startsWith(word);
  }
  function fits(row, names) {
    return names.every(function (word) {
      return own(row, word) || row.above.some(function (name) { return met(name, word); });
    });
  }
  // Places that are called so come first, then those whose names begin so, those that hold it, and
  // what lies in such a place; of these the larger ones.
  function rank(row, names) {
    var word = names[names.length - 1];
    var name = row.own;
    function begins(form) { return form.startsWith(word); }
    var group = [name.han, name.bare, name.spoken, name.base].flat().includes(word) ? 0
      : name.han.concat(name.spoken).some(begins) ? 1 : own(row, word) ? 2 : 3;
    return "" + group + (row.code.length || 9) + row.code;
  }
  var all = (places.rows || []).map(read);

  // The places among which are all whose own name, pinyin, initials or code are met by a word.
  async function candidates(word, take, done) {
    if (places.rows) { all.forEach(take); return; }
    var i = Math.max(0, places.shards.findLastIndex(function (shard) { return shard[0] < word; }));
    for (var shard; (shard = places.shards[i]) && !done(); i++) {
      if (shard[0] > word && !shard[0].startsWith(word)) return;
      (await load(shard[1])).forEach(function (entry) {
        if (entry[0].startsWith(word)) take(read(entry.slice(1)));
      });
    }
  }

  // The places that fit, by the fewest names that the words can be: all together if there is such
  // a place, else names of places that lie within each other.
  async function find(some, outdated) {
    for (var count = 1; count <= Math.min(some.length, LEVELS) && some.length <= WORDS; count++) {
      var found = new Map();
      var done = function () { return found.size > SHOWN || outdated(); };
      for (var names of joined(some, count)) {
        var looked = names.slice().reverse();
        for (var i = 0; i < looked.length && !done(); i++) {
          await candidates(looked[i], function (row) {
            var key = row.path + row.name + row.where.zh;
            if (found.has(key) || !fits(row, names)) return;
            found.set(key, { row: row, rank: rank(row, names) });
            if (!places.rows && /^\d{2,6}$/.test(row.code)) looked.push(row.code); // what lies in it
          }, done);
        }
      }
      if (found.size || outdated()) return Array.from(found.values());
    }
    return [];
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

  var printed = ""; // what was typed when the list was made
  function show() {
    var typed = input.value;
    function outdated() { return input.value !== typed; }
    var some = words(typed);
    if (!typed.trim()) { list.replaceChildren(); status.textContent = ""; return; }
    if (places.shards) status.textContent = places.loading[lang];
    find(some, outdated).then(function (found) {
      if (outdated()) return;
      print(found.sort(function (a, b) { return a.rank < b.rank ? -1 : 1; }));
      printed = typed;
    }, function () {
      list.replaceChildren();
      status.textContent = places.failed[lang];
    });
  }

  // Pieces of a text, those in Chinese marked as such.
  function marked(text) {
    return text.split(/([\u2e80-\u9fff]+)/).map(function (piece, i) {
      if (i % 2 === 0) return piece;
      var han = document.createElement("span");
      han.lang = "zh";
      han.textContent = piece;
      return han;
    });
  }

  // What is no place may be a word of the reports.
  function searched(typed) {
    var link = document.createElement("a");
    link.href = box.dataset.root + (lang === "en" ? "en/" : "") + "search/index.html#q=" + encodeURIComponent(typed);
    link.append(...marked(box.dataset.search.replace("{q}", function () { return typed; })));
    return link;
  }

  function print(found) {
    list.replaceChildren();
    status.textContent = found.length > SHOWN ? places.more[lang].replace("{n}", SHOWN)
      : found.length ? box.dataset.count.replace("{n}", found.length) : box.dataset.none;
    if (!found.length) status.append(" ", searched(input.value.trim()));
    found.slice(0, SHOWN).forEach(function (one) {
      var row = one.row;
      var link = document.createElement("a");
      link.href = box.dataset.root + (lang === "en" ? "en/" : "") + "townships/" + row.path.replace(/(#|$)/, "/index.html$1");
      var where = document.createElement("span");
      where.className = "where";
      where.append(" ", ...marked([lang === "en" ? row.pinyin : "", row.where[lang], row.code].filter(Boolean).join(" · ")));
      link.append(...marked(row.name), where);
      var item = document.createElement("li");
      item.append(link);
      list.append(item);
    });
  }
  input.addEventListener("input", show);
  input.addEventListener("keydown", function (event) {
    var links = list.querySelectorAll("a");
    if (links.length === 1 && event.key === "Enter" && printed === input.value) links[0].click();
    if (links.length && event.key === "ArrowDown") { event.preventDefault(); links[0].focus(); }
  });
  list.addEventListener("keydown", function (event) {
    var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    var stops = [input].concat(Array.from(list.querySelectorAll("a")));
    (stops[stops.indexOf(document.activeElement) + step] || document.activeElement).focus();
  });
})();
