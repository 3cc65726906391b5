/* Interactive charts. Nothing is loaded before a reader presses a button: then, once, plotly, its
   styles, and figure.js, which draws what the figure on the page shows. Their addresses and all
   words stand on this script's element. A classic script, because module scripts do not run in a
   folder opened from disk. */
(() => {
  "use strict";

  const own = document.currentScript;
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  // Elements that plotly.js looks for before it writes a <style>, which the site's policy forbids:
  // its own rules, which we serve as a file, and those of maps, which we have none of.
  const GLOBAL_STYLE = "plotly.js-style-global";
  const MAP_STYLE = "9f215cf04c5486422605d13261cb87401f4e7763b6296af81e98efbc0130da53";
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

  const draw = async (figure, place) => {
    const { plotly, plotlyCss, figure: drawing } = own.dataset;
    await Promise.all([styles(plotlyCss), script(drawing)]);
    await script(plotly);
    await new Promise((resolve) => setTimeout(resolve)); // the status is seen before plotly is busy
    place.hidden = false; // plotly measures it
    await window.drawChart(figure, place, own.dataset);
  };

  const prepare = (button) => {
    const figure = button.closest("figure");
    const status = figure.querySelector("[role=status]");
    const interactive = button.textContent;
    const { hide, loading, ready, failed } = own.dataset;
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
        await draw(figure, place);
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
