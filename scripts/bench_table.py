"""Makes tables of what scripts/bench has measured.

usage: bench_table.py FOLDER [--write DOCUMENT]

Reads what Google Benchmark wrote into FOLDER, and writes results.json and results.md beside it.
--write also puts the tables between the markers of a Markdown document. A benchmark is called
GROUP/SUBJECT/IMPLEMENTATION; its figure is the median of its repetitions.
"""
import argparse
import datetime
import json
import pathlib

OURS = "reluscope"
BEGIN, END = "<!-- tables -->\n", "<!-- end of tables -->\n"

# How many times faster than libtorch.
STEP_TARGETS = {
    ("step", "784-256-10"): 2.0,
    ("epoch", "784-256-10"): 1.9,
    ("step", "2-8-8-1"): 220,
    ("step", "2-(32 x 20)-1"): 11,
    ("step", "784-512-256-256-128-10"): 1.1,
}
LARGE_NETWORK = "784-512-256-256-128-10"
THREADS_TARGET = 1.6
ALLOWED_ULPS = 4  # what f and f' keep: docs/definitions.md
MEASURED_ALIKE = 0.95  # repetitions differ by so much
MEMORY_TARGET = 1.2
LOADING_TARGET = 1.3
DIAGNOSIS_TARGET = 1.1
PLOTS = {  # in words, which of its figures is judged, and how many milliseconds it may be
    "curves/replot-19": ("f and f' of 19 functions, all drawn anew", "p99", 8),
    "curves/drag-slider-5": ("a step of a slider's drag, 5 functions", "p99", 16),
    "curves/drag-slider-19": ("a step of a slider's drag, 19 functions", "p99", 16),
    "curves/move-cross-hair-19": ("a step of the cross-hair, 19 functions", "p99", 16),
    "curves/open": ("opening the Curves page", "p50", 50),
    "plot/history/400": ("four lines of 400 points", None, None),
    "plot/history/10000": ("four lines of 10,000 points", None, None),
    "plot/history/200000": ("four lines of 200,000 points", None, None),
}
DIAGNOSES = {  # and the forward pass over the same examples
    "evaluate": "forward",
    "health": "forward",
    "layer statistics": "forward of the probe",
    "histograms": "forward of the probe",
    "decision grid": "forward of the grid",
}


def read(folder):
    """The context of the measurement, and {(group, subject, implementation): figure}."""
    context, medians = {}, []
    for path in sorted(folder.glob("*.json")):
        if path.name == "results.json" or path.stat().st_size == 0:
            continue
        content = json.loads(path.read_text())
        context |= content["context"]
        for benchmark in content["benchmarks"]:
            if benchmark.get("aggregate_name") != "median" or "items_per_second" not in benchmark:
                continue
            name = benchmark["run_name"].removesuffix("/process_time").removesuffix("/real_time")
            group, *subject, implementation = name.split("/")
            figure = {"ns": 1e9 / benchmark["items_per_second"]}
            if "ulp" in benchmark:
                figure["ulp"] = benchmark["ulp"]
            medians.append((path.name, benchmark["family_index"],
                            (group, "/".join(subject), implementation), figure))
    # As they were added: they are reported as they were shuffled.
    medians.sort(key=lambda median: median[:2])
    return context, {name: figure for *_, name, figure in medians}


def read_plots(folder):
    """{benchmark: {"p50": milliseconds, "p99": milliseconds}}."""
    path = folder / "plot.json"
    if not path.exists() or path.stat().st_size == 0:
        return {}
    return {benchmark["run_name"]: {"p50": benchmark["p50_ms"], "p99": benchmark["p99_ms"]}
            for benchmark in json.loads(path.read_text())["benchmarks"]
            if benchmark.get("aggregate_name") == "median"}


def cpu_model():
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return "unknown"


def rounded(number):
    """To three digits, without exponents."""
    if number >= 100:
        return f"{number:,.0f}"
    return f"{number:.2f}" if number >= 1 else f"{number:.3f}"


def yes_or_no(is_met):
    return "yes" if is_met else "**no**"


def table(header, rows):
    if not rows:
        return []
    aligned = ["---"] + ["---:"] * (len(header) - 1)
    return ["| " + " | ".join(cells) + " |" for cells in [header, aligned, *rows]] + [""]


def titled(title, explanation, lines):
    return [f"### {title}", "", explanation, "", *lines] if lines else []


class Report:
    """The tables, and what became of each target."""

    def __init__(self, figures, plot_figures):
        self.figures = figures
        self.plot_figures = plot_figures
        self.targets = []

    def ns(self, group, subject, implementation=OURS):
        figure = self.figures.get((group, subject, implementation))
        return figure and figure["ns"]

    def subjects(self, group):
        return [key[1] for key in self.figures if key[0] == group and key[2] == OURS]

    def judge(self, name, ratio, target, is_met):
        self.targets.append({"name": name, "ratio": ratio, "target": target, "met": is_met})
        return yes_or_no(is_met)

    def steps(self):
        rows = []
        for (group, network), target in STEP_TARGETS.items():
            ours, theirs = self.ns(group, network), self.ns(group, network, "libtorch")
            if ours is None or theirs is None:
                continue
            name = network + (", shuffled and gathered" if group == "epoch" else "")
            ratio = theirs / ours
            verdict = self.judge(name, ratio, target, ratio >= target)
            rows.append([name, rounded(ours / 1e3), rounded(theirs / 1e3), rounded(ratio),
                         f"{target:g}", verdict])
        return titled(
            "Training steps",
            "Microseconds a step, on one thread, and how many times faster ours is.",
            table(["network", "Reluscope", "libtorch", "ratio", "target", "met"], rows))

    def variants(self):
        networks = list(dict.fromkeys(name.split("/")[0] for name in self.subjects("variant")))
        variants = list(dict.fromkeys(name.split("/")[1] for name in self.subjects("variant")))
        rows = []
        for variant in variants:
            row = [variant]
            for network in networks:
                time = self.ns("variant", f"{network}/{variant}")
                plain = self.ns("variant", f"{network}/relu")
                row.append(rounded(time / 1e3) if time else "")
                row.append(rounded(plain / time) if time and plain else "")
            rows.append(row)
        header = [["µs on " + network, "speed"] for network in networks]
        return titled(
            "Every activation, optimizer and loss",
            "Each differs in one thing from ReLU trained by plain gradient descent, whose speed "
            "is 1. No path may be slower than 0.5 but for the arithmetic of the function.",
            table(["variant", *sum(header, [])], rows))

    def threads(self):
        rows = []
        for network in self.subjects("by two threads"):
            one, two = (self.ns(f"by {count}", network) for count in ("one thread", "two threads"))
            if not one:
                continue
            ratio, verdict = one / two, ""
            if network == LARGE_NETWORK:
                verdict = self.judge(f"{network} by two threads", ratio, THREADS_TARGET,
                                     ratio >= THREADS_TARGET)
            rows.append([network, rounded(one / 1e3), rounded(two / 1e3), rounded(ratio), verdict])
        return titled(
            "Threads",
            "Microseconds that pass in a step of one network that threads share. Small networks "
            "stay on one.",
            table(["network", "one thread", "two threads", "ratio", "met"], rows))

    def peers_of(self, group, subject):
        return {key[2]: figure for key, figure in self.figures.items()
                if key[:2] == (group, subject) and key[2] != OURS}

    def is_accurate(self, subject, implementation):
        """Whether an implementation is about as accurate as ours on the grid."""
        ours = self.figures.get(("elementwise", "65536/" + subject, OURS))
        theirs = self.figures.get(("elementwise", "65536/" + subject, implementation))
        return bool(ours and theirs and theirs["ulp"] <= max(ALLOWED_ULPS, ours["ulp"]))

    def functions(self, size):
        prefix = f"{size}/"
        return [subject.removeprefix(prefix) for subject in self.subjects("elementwise")
                if subject.startswith(prefix)]

    def fastest_accurate(self, size, function):
        accurate = [figure["ns"]
                    for name, figure in self.peers_of("elementwise", f"{size}/{function}").items()
                    if self.is_accurate(function, name)]
        return min(accurate, default=None)

    def elementwise(self):
        size = 65536
        names = ["PyTorch", "Eigen", "libmvec", "Highway"]
        rows = []
        for function in self.functions(size):
            ours = self.figures["elementwise", f"{size}/{function}", OURS]
            peers = self.peers_of("elementwise", f"{size}/{function}")
            row = [function, f"{rounded(ours['ns'])} ({ulps(ours)})"]
            row += [f"{rounded(peers[name]['ns'])} ({ulps(peers[name])})" if name in peers else ""
                    for name in names]
            fastest = self.fastest_accurate(size, function)
            if fastest:
                ratio = fastest / ours["ns"]
                row += [rounded(ratio), self.judge(function, ratio, 1, ratio >= MEASURED_ALIKE)]
            rows.append(row + [""] * (len(names) + 4 - len(row)))
        return titled(
            "Elementwise, 65,536 floats",
            "Nanoseconds an element, and in brackets the largest error in ulp over magnitudes "
            "from 2⁻²⁴ to 128, the largest numbers and NaN. The ratio is to the fastest whose "
            "error is at most 4 ulp, or at most ours. PyTorch's derivatives are its backward "
            "functions, which read two arrays.",
            table(["function", "Reluscope", *names, "ratio", "met"], rows))

    def elementwise_from_memory(self):
        size = 1 << 24
        limits = [self.ns("elementwise", f"{size}/memory/{kind}", "limit")
                  for kind in ("one read, one write", "two reads, one write")]
        if not all(limits):
            return []
        rows = []
        for function in self.functions(size):
            ours = self.ns("elementwise", f"{size}/{function}")
            row = [function, rounded(ours), "", rounded(ours / limits[0]), ""]
            fastest = self.fastest_accurate(size, function)
            if fastest:
                row[2] = rounded(fastest)
                if fastest <= MEMORY_TARGET * limits[0]:
                    ratio = ours / limits[0]
                    row[4] = self.judge(function + " from memory", ratio, MEMORY_TARGET,
                                        ratio <= MEMORY_TARGET)
            rows.append(row)
        return titled(
            "Elementwise, 16,777,216 floats",
            f"Nanoseconds an element. Memory alone takes {rounded(limits[0])} for a read and a "
            f"write and {rounded(limits[1])} for two reads and a write. Where an accurate other "
            f"comes within {MEMORY_TARGET} times the first, ours has to.",
            table(["function", "Reluscope", "fastest accurate other", "of the limit", "met"],
                  rows))

    def diagnosis(self):
        rows = []
        for network in self.subjects("forward"):
            ours, theirs = self.ns("forward", network), self.ns("forward", network, "libtorch")
            if theirs:
                rows.append([f"{network}: forward pass", rounded(ours), rounded(theirs),
                             rounded(ours / theirs), ""])
            for diagnosis, baseline in DIAGNOSES.items():
                time, least = self.ns(diagnosis, network), self.ns(baseline, network)
                if not time or not least:
                    continue
                name, ratio, verdict = f"{network}: {diagnosis}", time / least, ""
                if diagnosis != "layer statistics":
                    verdict = self.judge(name, ratio, DIAGNOSIS_TARGET, ratio <= DIAGNOSIS_TARGET)
                rows.append([name, rounded(time), rounded(least), rounded(ratio), verdict])
        return titled(
            "Diagnosis",
            "Nanoseconds an example, beside our forward pass over the same examples, and that "
            f"beside libtorch's. Up to {DIAGNOSIS_TARGET} times the pass is its speed. Layer "
            "statistics take a backward pass, too; histograms are of all hidden layers, without "
            "the pass.",
            table(["what", "Reluscope", "forward pass", "ratio", "met"], rows))

    def loading(self):
        images = 70_000
        ours = self.ns("load", "fashion-mnist")
        least = self.ns("load", "fashion-mnist", "zlib")
        if ours is None or least is None:
            return []
        ratio = ours / least
        verdict = self.judge("loading", ratio, LOADING_TARGET, ratio <= LOADING_TARGET)
        return titled(
            "Loading",
            "Milliseconds for the 70,000 images of Fashion-MNIST from their gzip files.",
            table(["what", "Reluscope", "zlib alone", "ratio", "target", "met"],
                  [["Fashion-MNIST", rounded(ours * images / 1e6), rounded(least * images / 1e6),
                    rounded(ratio), f"{LOADING_TARGET:g}", verdict]]))


    def plots(self):
        rows = []
        for benchmark, (words, judged, target) in PLOTS.items():
            figure = self.plot_figures.get(benchmark)
            if figure is None:
                continue
            row = [words, rounded(figure["p50"]), rounded(figure["p99"]), "", ""]
            if judged:
                row[3] = f"{target} ({'median' if judged == 'p50' else 'p99'})"
                row[4] = self.judge(words, figure[judged], target, figure[judged] <= target)
            rows.append(row)
        return titled(
            "Plots",
            "Milliseconds of processor time for one redraw into memory: the median, and the 99th "
            "percentile. The Curves page is 1280 by 800 pixels; opening it includes its tabs.",
            table(["what", "median", "p99", "at most", "met"], rows))


def ulps(figure):
    error = figure["ulp"]
    return "> 1000" if error > 1000 else f"{error:.2g}" if error < 10 else f"{error:.0f}"


def environment(context):
    return {
        "date": datetime.date.today().isoformat(),
        "cpu": cpu_model(),
        "level": context.get("level"),
        "compiler": context.get("compiler"),
        "libtorch": context.get("libtorch"),
        "blas": context.get("blas"),
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--write", type=pathlib.Path, metavar="DOCUMENT")
    arguments = parser.parse_args()

    context, figures = read(arguments.folder)
    where = environment(context)
    plot_figures = read_plots(arguments.folder)
    report = Report(figures, plot_figures)
    tables = [line for part in (report.steps, report.threads, report.variants, report.elementwise,
                                report.elementwise_from_memory, report.diagnosis, report.loading,
                                report.plots)
              for line in part()]
    met = sum(target["met"] for target in report.targets)
    text = "\n".join([
        f"{where['cpu']}, level {where['level']}, {where['compiler']}; libtorch "
        f"{where['libtorch']} with {where['blas']}; {where['date']}. "
        f"{met} of {len(report.targets)} targets are met.",
        "", *tables])

    (arguments.folder / "results.md").write_text(text)
    (arguments.folder / "results.json").write_text(json.dumps({
        **where,
        "targets": report.targets,
        "figures": [{"group": group, "subject": subject, "implementation": implementation, **figure}
                    for (group, subject, implementation), figure in figures.items()],
        "plots": plot_figures,
    }, indent=1) + "\n")
    if arguments.write:
        document = arguments.write.read_text()
        before, rest = document.split(BEGIN)
        after = rest.split(END)[1]
        arguments.write.write_text(before + BEGIN + "\n" + text + END + after)


if __name__ == "__main__":
    main()
