// Filters on the findings page, made from the findings themselves; without JavaScript all are shown.
(function () {
  "use strict";
  var bar = document.getElementById("filters");
  var cards = Array.from(document.querySelectorAll("[data-keys]"));
  if (!bar || !cards.length) return;
  var labels = bar.dataset.labels.split("|");
  var keys = cards.map(function (card) {
    return card.dataset.keys.split("|").map(function (key, i) { return i === 1 ? key.split(" ") : [key]; });
  });
  var selects = labels.map(function (text, i) {
    var label = document.createElement("label");
    var select = document.createElement("select");
    var options = Array.from(new Set(keys.flatMap(function (key) { return key[i]; })));
    select.append(new Option(bar.dataset.all, ""));
    options.forEach(function (option) { select.append(new Option(option, option)); });
    label.append(text, document.createElement("br"), select);
    bar.append(label);
    select.addEventListener("change", show);
    return select;
  });
  var status = document.createElement("p");
  status.className = "small quiet";
  status.setAttribute("role", "status");
  bar.after(status);

  function show() {
    var shown = 0;
    cards.forEach(function (card, c) {
      var match = selects.every(function (select, i) { return !select.value || keys[c][i].includes(select.value); });
      card.hidden = !match;
      shown += match ? 1 : 0;
    });
    document.querySelectorAll(".filtered").forEach(function (section) {
      section.hidden = !section.querySelector("[data-keys]:not([hidden])");
    });
    status.textContent = bar.dataset.shown.replace("{n}", shown).replace("{all}", cards.length);
  }
})();
