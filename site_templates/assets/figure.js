/* The interactive chart of a figure, made in the browser of what the page already shows: the names
   of its rows from the static drawing, its numbers from the data table, whose headings say what
   their columns are (data-tone, data-is), its kind from the figure (data-kind, data-percent).
   charts.js loads this beside plotly when a reader asks for a chart. */
(() => {
  "use strict";

  const dark = matchMedia("(prefers-color-scheme: dark)");
  const coarse = matchMedia("(pointer: coarse)");
  const NARROW = 1000; // a legend of five does not fit beside the names
  const PHONE = 560; // what stands beside a row takes two lines
  const ROW_HEIGHT = 30;
  const TWO_LINES = 42; // of a row whose name has a second line
  const AROUND = 100; // of a figure's height what is not rows: buttons and axis
  const LEGEND = 24; // of a line of it
  const LONGEST_NAME = 32; // letters, each Chinese character two: bars need room, else plotly fails
  const HOVER = "%{customdata[0]}<br>%{fullData.name} %{text}%{customdata[1]}<extra></extra>";
  const ABOVE = { orientation: "h", y: 1, yanchor: "bottom", traceorder: "normal" }; // the legend
  const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

  /* Plotly reads a little HTML in its texts; escaped, a text is shown as it stands. */
  const plain = (text) => text.replace(/[&<>]/g, (sign) => ENTITIES[sign]);
  const text = (element) => element?.textContent.trim() ?? "";
  /* The name of a row, of which Chinese may be a piece, without its mark and its second line. */
  const label = (name) => [...name.childNodes].filter(({ className }) => !className?.startsWith("chart-"))
    .map(({ textContent }) => textContent).join("").trim();
  const short = (name) => {
    const signs = Array.from(name);
    let room = LONGEST_NAME;
    const end = signs.findIndex((sign) => (room -= sign < "\u2e80" ? 1 : 2) < 0);
    return end < 0 ? name : `${signs.slice(0, end - 1).join("")}…`;
  };
  const sum = (numbers) => numbers.reduce((one, other) => one + other, 0);

  /* A chart as generator/charts writes it into a page. */
  const read = (figure) => {
    const bars = figure.dataset.kind === "bars";
    const [head, ...body] = figure.querySelector(".chart-data table").rows;
    const heads = [...head.cells];
    const series = heads.filter(({ dataset }) => dataset.tone);
    const at = (key) => heads.findIndex(({ dataset }) => dataset.is === key);
    const unit = "percent" in figure.dataset ? 0.01 : 1;
    const number = (shown) => (shown ? parseFloat(shown.replace(/[<>,]/g, "")) * unit : null);
    const names = figure.querySelectorAll(".chart-rows li:not(.chart-head) .chart-name");
    const rows = body.map(({ cells, hidden }, index) => {
      const mark = names[index].querySelector(".chart-mark")?.title ?? "";
      const texts = series.map(({ cellIndex }) => text(cells[cellIndex]));
      const values = texts.map(number);
      const known = values.filter((value) => value !== null);
      const shown = (key) => text(cells[at(key)]);
      const drawn = bars ? known.some(Boolean) : known.length > 0;
      const why = shown("remark").replace(mark, "").replace(/[；;]\s*$/, ""); // the ● says the rest
      return {
        hidden,
        marked: Boolean(mark),
        label: plain(short(label(names[index]))),
        sub: plain(short(text(names[index].querySelector(".chart-sub")).split(" · ")[0])),
        name: text(cells[0]),
        note: shown("note"),
        low: number(shown("low")),
        high: number(shown("high")),
        beside: why || (drawn ? "" : shown("total") || texts[0]),
        texts, values, known,
      };
    }).filter((row) => !row.hidden);
    return {
      bars,
      percent: unit !== 1,
      english: document.documentElement.lang.startsWith("en"),
      series: series.map((cell) => ({ label: text(cell), tone: cell.dataset.tone })),
      noteLabel: text(heads[at("note")]),
      rows,
    };
  };

  /* The value of a custom property as a colour that plotly understands. */
  const colours = (place) => {
    const probe = place.appendChild(document.createElement("span"));
    const value = (name) => {
      probe.style.color = `var(--${name})`;
      return getComputedStyle(probe).color;
    };
    const names = ["ink", "ink-2", "paper", "rule", "accent", "error", "c-granted", "c-partly",
      "c-unavailable", "c-withheld", "c-other", "c-accent", "c-grey"];
    const found = Object.fromEntries(names.map((name) => [name, value(name)]));
    probe.remove();
    return found;
  };

  const traces = ({ bars, series, noteLabel, rows }, colour) =>
    series.map(({ label, tone }, index) => ({
      name: plain(label),
      x: rows.map(({ values }) => values[index]),
      y: rows.map((_, place) => place),
      text: rows.map(({ texts }) => texts[index]),
      customdata: rows.map(({ name, note }) =>
        [plain(name), note && `<br>${plain(noteLabel)} ${plain(note)}`]),
      hovertemplate: HOVER,
      ...(bars ? bar : points)(rows, colour[`c-${tone}`], colour.paper, series.length),
    }));

  const bar = (_, color, paper, count) => ({
    type: "bar",
    orientation: "h",
    textposition: count > 1 ? "none" : "outside",
    cliponaxis: false,
    marker: { color, line: { color: paper, width: 0.5 } },
  });

  /* Hollow, with an interval, where the base is small. */
  const points = (rows, color) => {
    const gap = (high, low) => (high === null || low === null ? 0 : Math.max(0, high - low));
    return {
      type: "scatter",
      mode: "markers",
      marker: {
        color,
        size: 11,
        symbol: rows.map(({ low }) => (low === null ? "circle" : "circle-open")),
        line: { color, width: 2 },
      },
      error_x: {
        type: "data",
        symmetric: false,
        array: rows.map(({ high, values: [value] }) => gap(high, value)),
        arrayminus: rows.map(({ low, values: [value] }) => gap(value, low)),
        width: 0,
        thickness: 2,
        color,
      },
    };
  };

  const xAxis = ({ bars, percent, english, rows }) => {
    const axis = { rangemode: "tozero", zeroline: true, separatethousands: english };
    if (percent) return { ...axis, tickformat: ".0%", range: [-0.02, 1.02] };
    const known = rows.flatMap((row) => row.known);
    const few = bars && known.every(Number.isInteger) && sum(known) < 6;
    return few ? { ...axis, dtick: 1 } : axis;
  };

  /* What a reader zoomed to, where a chart is drawn already. */
  const zoomed = ({ layout: drawn }) => {
    const { autorange, range } = drawn?.xaxis ?? {};
    return autorange === false ? range : null;
  };

  const rowHeight = (rows) => (rows.some(({ sub }) => sub) ? TWO_LINES : ROW_HEIGHT);

  // A mark has its own colour, which a part of a label cannot have: it stands in room that is left.
  const MARK_ROOM = "\u2003";
  const marks = (rows, color) => rows.flatMap(({ marked, sub }, y) => marked ? [{
    x: 0, xref: "paper", y, yref: "y", text: "●", font: { color, size: 10 },
    xanchor: "right", xshift: -5, yshift: sub ? 9 : 0, showarrow: false,
  }] : []);

  // Two places may share a name, so rows stand at numbers and names are only written beside them.
  const yAxis = (rows) => ({
    tickvals: rows.map((_, place) => place),
    ticktext: rows.map(({ label, sub, marked }) => label + (marked ? MARK_ROOM : "") + (sub && `<br>${sub}`)),
    range: [rows.length - 0.5, -0.5],
    fixedrange: true,
    automargin: true,
    zeroline: false,
    showgrid: false,
  });

  const layout = (chart, colour, place) => {
    const { bars, rows, series } = chart;
    const font = { size: 13, family: getComputedStyle(place).fontFamily, color: colour.ink };
    const several = series.length > 1;
    // The legend of a narrow figure stands below the axis, of a wide one below the buttons.
    const below = several && place.clientWidth < NARROW;
    const lines = (words) => (place.clientWidth < PHONE ? words.replace(/([,，;；])\s*/, "$1<br>") : words);
    const height = AROUND + rowHeight(rows) * rows.length;
    const more = several ? LEGEND * (below ? series.length : 1) : 0;
    return {
      template: {},
      font,
      ...(bars && { barmode: "stack", bargap: 0.35 }),
      height: height + more,
      margin: { l: 8, r: 24, t: several && !below ? 44 + more : 44, b: 40, pad: 6 },
      showlegend: several,
      ...(several && { legend: below ? { ...ABOVE, y: -36 / (height - AROUND), yanchor: "top" } : ABOVE }),
      hovermode: "closest",
      dragmode: coarse.matches ? false : "zoom", // a finger scrolls the page
      paper_bgcolor: colour.paper,
      plot_bgcolor: colour.paper,
      hoverlabel: { bgcolor: colour.paper, bordercolor: colour["ink-2"], font: { family: font.family, color: colour.ink } },
      modebar: { bgcolor: "rgba(0,0,0,0)", color: colour["ink-2"], activecolor: colour.accent },
      xaxis: { ...xAxis(chart), gridcolor: colour.rule, zerolinecolor: colour["ink-2"] },
      yaxis: yAxis(rows),
      annotations: [...marks(rows, colour.error), ...rows.flatMap(({ beside, known }, y) => beside ? [{
        x: bars ? sum(known) : 0, y, text: lines(plain(beside)), font: { color: colour["ink-2"] },
        xanchor: "left", align: "left", xshift: 4, yref: "y", showarrow: false,
      }] : [])],
    };
  };
  /* The words that stand around a figure on the page, for a picture of it. */
  const around = (figure, { showlegend }, rows) => {
    const words = (name) => plain(text(figure.querySelector(`.chart-${name}`)));
    return {
      width: 1000,
      height: 132 + AROUND + rows,
      margin: { l: 24, r: 24, t: 144, b: 72, pad: 6 },
      ...(showlegend && { legend: ABOVE }),
      title: {
        text: words("title"),
        subtitle: { text: words("subtitle"), font: { size: 14 } },
        font: { size: 20 },
        x: 0, xanchor: "left", y: 1, yanchor: "top", yref: "container", pad: { l: 24, t: 28 },
      },
      annotations: [{
        text: [words("key"), words("source")].filter(Boolean).join("  "),
        showarrow: false, font: { size: 12 }, xref: "paper", yref: "paper",
        x: 1, y: 0, xanchor: "right", yanchor: "top", yshift: -36,
      }],
    };
  };

  /* A picture to pass on, always of one width and with title and source. */
  const saved = (figure, title) => ({
    name: "save",
    title,
    icon: window.Plotly.Icons.camera,
    click: ({ data, layout: shown }) => {
      const own = around(figure, shown, rowHeight(read(figure).rows) * data[0].y.length);
      const annotations = [...shown.annotations, ...own.annotations];
      return window.Plotly.downloadImage({ data, layout: { ...shown, ...own, annotations } }, {
        format: "png", filename: figure.id.replace("chart-", ""),
        width: own.width, height: own.height, scale: 2,
      });
    },
  });

  const config = (figure, { save, zoomIn, zoomOut, reset }) => ({
    displaylogo: false,
    showSendToCloud: false,
    showTips: false,
    displayModeBar: true,
    modeBarButtons: [[saved(figure, save)], ["zoomIn2d", "zoomOut2d", "resetScale2d"]],
    locale: "site",
    locales: { site: { dictionary: { "Zoom in": zoomIn, "Zoom out": zoomOut, "Reset axes": reset }, format: {} } },
  });

  /* Draws a figure's chart into a place, and again when its width, the colours or the rows that the
     page shows (choose.js) change. Plotly's own `responsive` would forget the height. */
  window.drawChart = async (figure, place, words) => {
    let width = 0;
    const paint = async () => {
      width = place.clientWidth; // 0 while it is hidden
      const chart = read(figure);
      if (!width || !chart.rows.length) return;
      const [colour, range] = [colours(place), zoomed(place)];
      await window.Plotly.react(
        place, traces(chart, colour), layout(chart, colour, place), config(figure, words));
      if (range) await window.Plotly.relayout(place, { "xaxis.range": range });
    };
    await paint();
    dark.addEventListener("change", paint);
    document.addEventListener("rowschosen", paint);
    new ResizeObserver(() => place.clientWidth !== width && paint()).observe(place);
  };
})();
