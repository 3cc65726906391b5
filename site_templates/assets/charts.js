/* Interactive charts. Nothing is loaded before a reader presses a button: then plotly and its
   styles once, and the figure of that chart. Plotly's addresses stand on this script's element
   (data-plotly, data-plotly-css), a figure's on its button (data-figure). A classic script, because
   module scripts do not run in a folder opened from disk. */
(() => {
  "use strict";

  const own = document.currentScript;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const coarse = matchMedia("(pointer: coarse)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  // Elements that plotly.js looks for before it writes a <style>, which the site's policy forbids:
  // its own rules, which we serve as a file, and those of maps, which we have none of.
  const GLOBAL_STYLE = "plotly.js-style-global";
  const MAP_STYLE = "9f215cf04c5486422605d13261cb87401f4e7763b6296af81e98efbc0130da53";
  const NARROW = 560;
  const AROUND = 100; // of a figure's height what is not rows, as generator/charts/figure.py has it
  const loads = new Map();

  const added = (element) =>
    new Promise((resolve, reject) => {
      element.onload = resolve;
      element.onerror = () => {
        element.remove();
        reject(new Error("not loaded"));
      };
      document.head.append(element);
    });

  const once = (key, load) => {
    if (!loads.has(key)) {
      loads.set(key, load().catch((error) => {
        loads.delete(key); // so that pressing again tries again
        throw error;
      }));
    }
    return loads.get(key);
  };

  const script = (src) => once(src, () => added(Object.assign(document.createElement("script"), { src })));

  const styles = (href) =>
    once(href, () => {
      if (!document.getElementById(MAP_STYLE)) {
        document.head.append(Object.assign(document.createElement("meta"), { id: MAP_STYLE }));
      }
      return added(Object.assign(document.createElement("link"), {
        id: GLOBAL_STYLE, className: "no-inline-styles", rel: "stylesheet", href,
      }));
    });

  /* The value of a custom property as a colour that plotly understands. */
  const colours = (place) => {
    const probe = place.appendChild(document.createElement("span"));
    const read = (name) => {
      probe.style.color = `var(--${name})`;
      return getComputedStyle(probe).color;
    };
    const names = ["ink", "ink-2", "paper", "rule", "accent", "c-granted", "c-partly",
      "c-unavailable", "c-withheld", "c-other", "c-accent", "c-grey"];
    const found = Object.fromEntries(names.map((name) => [name, read(name)]));
    probe.remove();
    return found;
  };

  /* The figure as written at build time, in the colours and the type of the page. */
  const dressed = (figure, place) => {
    const colour = colours(place);
    const { data, layout } = structuredClone(figure);
    const family = getComputedStyle(place).fontFamily;
    for (const trace of data) {
      const own = colour[`c-${trace.meta.tone}`];
      trace.marker = { ...trace.marker, color: own };
      trace.marker.line = trace.type === "bar" ? { color: colour.paper, width: 0.5 } : { color: own, width: 2 };
      if (trace.error_x) trace.error_x.color = own;
    }
    Object.assign(layout, {
      paper_bgcolor: colour.paper,
      plot_bgcolor: colour.paper,
      font: { ...layout.font, family, color: colour.ink },
      hoverlabel: { bgcolor: colour.paper, bordercolor: colour["ink-2"], font: { family, color: colour.ink } },
      modebar: { bgcolor: "rgba(0,0,0,0)", color: colour["ink-2"], activecolor: colour.accent },
      dragmode: coarse.matches ? false : layout.dragmode, // a finger scrolls the page
    });
    Object.assign(layout.xaxis, { gridcolor: colour.rule, zerolinecolor: colour["ink-2"] });
    layout.annotations ??= []; // plotly.py leaves out what is empty
    for (const words of layout.annotations) words.font = { color: colour["ink-2"] };
    if (place.clientWidth < NARROW && layout.showlegend) {
      // The legend has a line for each series then: below the axis, away from the buttons.
      Object.assign(layout.legend, { y: -36 / (layout.height - AROUND), yanchor: "top" });
      layout.height += 24 * data.length;
    }
    return { data, layout };
  };

  /* A picture to pass on, always of one width and with title and source. */
  const saved = ({ image, layout: { legend } }) => ({
    name: "save",
    title: image.name,
    icon: window.Plotly.Icons.camera,
    click: ({ data, layout }) => {
      const annotations = [...layout.annotations, ...image.layout.annotations];
      const { width, height } = image.layout;
      return window.Plotly.downloadImage(
        { data, layout: { ...layout, legend, ...image.layout, annotations } },
        { format: "png", filename: image.file, width, height, scale: 2 },
      );
    },
  });

  const draw = async (button, place) => {
    await Promise.all([styles(own.dataset.plotlyCss), script(button.dataset.figure)]);
    await script(own.dataset.plotly);
    const figure = window.charts[button.dataset.chart];
    const config = structuredClone(figure.config);
    config.modeBarButtons.unshift([saved(figure)]);
    const paint = () => {
      const { data, layout } = dressed(figure, place);
      return window.Plotly.react(place, data, layout, config);
    };
    place.hidden = false; // plotly measures it
    await paint();
    dark.addEventListener("change", paint);
  };

  const prepare = (button) => {
    const figure = button.closest("figure");
    const status = figure.querySelector("[role=status]");
    const interactive = button.textContent;
    const { hide, loading, ready, failed } = button.dataset;
    const place = document.createElement("div");
    place.className = "chart-interactive";
    place.hidden = true;
    place.id = `${figure.id}-interactive`;
    place.setAttribute("role", "group");
    place.setAttribute("aria-labelledby", figure.getAttribute("aria-labelledby"));
    button.parentElement.after(place);
    button.setAttribute("aria-controls", place.id);
    let busy = false;

    const show = (open) => {
      place.hidden = !open;
      button.setAttribute("aria-expanded", String(open));
      button.textContent = open ? hide : interactive;
      if (open) place.scrollIntoView({ block: "nearest", behavior: still.matches ? "auto" : "smooth" });
    };

    /* The focus stays on the button, which closes what it opened; the message says what happened. */
    button.addEventListener("click", async () => {
      if (busy) return;
      if (place.childElementCount) {
        show(place.hidden);
        status.textContent = "";
        return;
      }
      busy = true;
      status.textContent = loading;
      try {
        await draw(button, place);
        show(true);
        status.textContent = ready;
      } catch (error) {
        console.warn(error);
        window.Plotly?.purge(place);
        place.replaceChildren();
        place.hidden = true;
        status.textContent = failed;
      }
      busy = false;
    });
    button.setAttribute("aria-expanded", "false");
    button.hidden = false;
  };

  document.querySelectorAll("button[data-chart]").forEach(prepare);
})();
