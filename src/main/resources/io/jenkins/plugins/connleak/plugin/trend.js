/*
 * The chart of a job's trend page: the reader's choice of chart, range and axis, kept in the browser, and the drawing by
 * ECharts, which echarts-api brings. The numbers come from Jenkins, from the job's index alone.
 */
(function () {
  "use strict";

  const STORAGE = "connleak-trend";
  const CHOICES = ["chart", "builds", "days", "by"];
  const MOST_NAMED_RELEASES = 15;

  function readChoice() {
    try {
      const kept = JSON.parse(localStorage.getItem(STORAGE));
      return kept !== null && typeof kept === "object" ? kept : {};
    } catch (ignored) {
      // no storage, or not ours: the page's own defaults hold
      return {};
    }
  }

  function keepChoice(choice) {
    try {
      localStorage.setItem(STORAGE, JSON.stringify(choice));
    } catch (ignored) {
      // a browser without storage shows what is chosen now, and forgets it
    }
  }

  function colour(name) {
    return getComputedStyle(document.body).getPropertyValue(name).trim() || "#888";
  }

  function releaseMarks(model) {
    const apart = Math.max(1, Math.ceil(model.domainAxisLabels.length / MOST_NAMED_RELEASES));
    let named = -apart;
    return {
      silent: true,
      symbol: "none",
      lineStyle: { color: colour("--text-color-secondary"), type: "dashed", width: 1 },
      data: model.releases.map(function (release) {
        const isNamed = release.at - named >= apart;
        named = isNamed ? release.at : named;
        return {
          xAxis: release.at,
          label: {
            show: isNamed,
            position: "end",
            align: release.at === 0 ? "left" : "center",
            color: colour("--text-color-secondary"),
            formatter: function () {
              return release.name;
            },
          },
        };
      }),
    };
  }

  function lines(model) {
    const few = model.domainAxisLabels.length <= 60;
    return model.series.map(function (line, index) {
      const drawn = {
        name: line.name,
        type: "line",
        symbol: "circle",
        symbolSize: 6,
        showSymbol: few,
        stack: line.stack,
        lineStyle: { width: 2 },
        itemStyle: { color: colour(line.itemStyle.color) },
        data: line.data,
      };
      if (line.areaStyle) {
        drawn.areaStyle = { opacity: 0.35 };
      }
      if (index === 0 && model.releases.length > 0) {
        drawn.markLine = releaseMarks(model);
      }
      return drawn;
    });
  }

  function options(model) {
    const text = colour("--text-color");
    const faint = colour("--text-color-secondary");
    return {
      animation: false,
      aria: { enabled: true },
      textStyle: { color: text },
      legend: { type: "scroll", top: 0, textStyle: { color: text } },
      grid: { left: 10, right: 24, top: 56, bottom: 48, containLabel: true },
      tooltip: {
        trigger: "axis",
        confine: true,
        renderMode: "richText",
        backgroundColor: colour("--background"),
        borderColor: faint,
        textStyle: { color: text },
      },
      dataZoom: [
        { type: "inside", zoomOnMouseWheel: "ctrl" },
        { type: "slider", height: 22, bottom: 8, textStyle: { color: faint } },
      ],
      xAxis: {
        type: "category",
        boundaryGap: model.domainAxisLabels.length === 1,
        data: model.domainAxisLabels,
        axisLabel: { color: text },
      },
      yAxis: {
        type: "value",
        min: model.rangeMin,
        max: model.rangeMax,
        minInterval: model.integerRangeAxis ? 1 : null,
        axisLabel: { color: text },
        splitLine: { lineStyle: { color: faint, opacity: 0.25 } },
      },
      series: lines(model),
    };
  }

  function start(page) {
    const place = page.querySelector(".connleak-history__chart");
    const message = page.querySelector(".connleak-history__message");
    const fields = {};
    const kept = readChoice();
    const chart = echarts.init(place);
    let shown = null;
    let asked = 0;

    CHOICES.forEach(function (name) {
      fields[name] = page.querySelector("[name='" + name + "']");
      const values = Array.from(fields[name].options, function (option) {
        return option.value;
      });
      if (values.includes(kept[name])) {
        fields[name].value = kept[name];
      }
    });

    function choice() {
      return Object.fromEntries(
        CHOICES.map(function (name) {
          return [name, fields[name].value];
        }),
      );
    }

    function draw() {
      if (shown !== null) {
        chart.setOption(options(shown), true);
        chart.resize();
      }
    }

    function say(text) {
      message.textContent = text;
      message.hidden = text === "";
      place.hidden = text !== "";
    }

    function load() {
      const mine = ++asked;
      fields.chart.disabled = fields.by.value === "release";
      fetch("model?" + new URLSearchParams(choice()))
        .then(function (answer) {
          if (!answer.ok) {
            throw new Error(String(answer.status));
          }
          return answer.json();
        })
        .then(function (model) {
          if (mine === asked) {
            shown = model;
            say(model.domainAxisLabels.length === 0 ? page.dataset.empty : "");
            draw();
          }
        })
        .catch(function () {
          if (mine === asked) {
            say(page.dataset.failed);
          }
        });
    }

    CHOICES.forEach(function (name) {
      fields[name].addEventListener("change", function () {
        keepChoice(choice());
        load();
      });
    });
    chart.getZr().on("click", function (event) {
      const at = [event.offsetX, event.offsetY];
      if (shown !== null && chart.containPixel("grid", at)) {
        const number = shown.buildNumbers[chart.convertFromPixel({ seriesIndex: 0 }, at)[0]];
        if (number !== undefined) {
          window.location.assign("../" + number + "/" + page.dataset.url + "/");
        }
      }
    });
    window.addEventListener("resize", function () {
      chart.resize();
    });
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
    new MutationObserver(draw).observe(document.documentElement, {
      attributes: true,
      attributeFilter: ["data-theme"],
    });
    load();
  }

  function startAll() {
    document.querySelectorAll(".connleak-history").forEach(start);
  }

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", startAll);
  } else {
    startAll();
  }
})();
