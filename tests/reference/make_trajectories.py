#!/usr/bin/python3
"""Makes trajectory_*.json: 100 steps of small networks as PyTorch trains them.

Only for making the files anew; the tests read them and need no PyTorch.
Debian's python3-torch 1.13.1:  /usr/bin/python3 make_trajectories.py [ACTIVATION...]

One file for each activation, with every optimizer for each variant of its parameters. Initial
weights, features and targets are not in the files: the test draws them as Draws does. They are
float32 numbers, so that both precisions start from the same place. Results are float64.

A step across a kink, or down a steep valley, blows rounding errors up, and then no two
implementations agree. So seeds are tried until PyTorch's own two precisions stay together.
"""

import json
import pathlib
import sys

import torch
import torch.nn.functional as F

STEPS = 100
LOSS_EVERY = 10
BATCHES, BATCH_SIZE = 4, 5
LARGEST_GAP = 1e-5  # between float32 and float64, relative to the largest weight of a tensor
SMALLEST_MOVE = 1e-2  # likewise, of every tensor from where it started
SEEDS_PER_RATE = 10

# Of what is learned the file gives the initial value.
VARIANTS = [
    ("relu", {}),
    ("leaky_relu", dict(negative_slope=0.01)),
    ("leaky_relu", dict(negative_slope=0.3)),
    ("prelu", dict(init=0.25, per_unit="false")),
    ("prelu", dict(init=-0.125, per_unit="true")),
    ("elu", dict(alpha=1.0)),
    ("elu", dict(alpha=1.5)),
    ("selu", {}),
    ("celu", dict(alpha=1.0)),
    ("celu", dict(alpha=0.5)),  # PyTorch rounds 1 / alpha to float32, even for float64
    ("silu", dict(beta=1.0)),
    ("silu", dict(beta=1.7)),
    ("silu", dict(beta=1.0, learn_beta="true", per_unit="false")),
    ("silu", dict(beta=0.5, learn_beta="true", per_unit="true")),
    ("gelu", dict(approximate="none")),
    ("gelu", dict(approximate="tanh")),
    ("mish", {}),
    ("softplus", dict(beta=1.0)),
    ("softplus", dict(beta=2.5)),
    ("tanh", {}),
    ("sigmoid", {}),
    ("softsign", {}),
    ("hardtanh", {}),
    ("relu6", {}),
    ("hardswish", {}),
    ("hardsigmoid", {}),
    ("sine", {}),
    ("identity", {}),
]


def silu(z, p):
    # PyTorch has it for beta = 1 only.
    is_plain = isinstance(p["beta"], float) and p["beta"] == 1
    return F.silu(z) if is_plain else z * torch.sigmoid(p["beta"] * z)


FUNCTIONS = {
    "relu": lambda z, p: F.relu(z),
    "leaky_relu": lambda z, p: F.leaky_relu(z, p["negative_slope"]),
    "prelu": lambda z, p: F.prelu(z, p["init"]),
    "elu": lambda z, p: F.elu(z, p["alpha"]),
    "selu": lambda z, p: F.selu(z),
    "celu": lambda z, p: F.celu(z, p["alpha"]),
    "silu": silu,
    "gelu": lambda z, p: F.gelu(z, approximate=p["approximate"]),
    "mish": lambda z, p: F.mish(z),
    "softplus": lambda z, p: F.softplus(z, p["beta"]),
    "tanh": lambda z, p: torch.tanh(z),
    "sigmoid": lambda z, p: torch.sigmoid(z),
    "softsign": lambda z, p: F.softsign(z),
    "hardtanh": lambda z, p: F.hardtanh(z),
    "relu6": lambda z, p: F.relu6(z),
    "hardswish": lambda z, p: F.hardswish(z),
    # F.hardsigmoid has 1 / 6 in float32 only.
    "hardsigmoid": lambda z, p: F.relu6(z + 3) / 6,
    "sine": lambda z, p: torch.sin(z),
    "identity": lambda z, p: z,
}

# Where a function goes from one branch to the next; each branch has to be trained through.
BRANCHES = {name: [0] for name in ("relu", "leaky_relu", "prelu", "elu", "selu", "celu")}
BRANCHES |= {"hardtanh": [-1, 1], "relu6": [0, 6], "hardswish": [-3, 3], "hardsigmoid": [-3, 3]}

OPTIMIZERS = [
    dict(method="sgd", learning_rate=0.1),
    dict(method="sgd", learning_rate=0.03, momentum=0.9),
    dict(method="sgd", learning_rate=0.03, momentum=0.8, nesterov=True, weight_decay=0.01),
    dict(method="adam", learning_rate=0.01),
    dict(method="adam", learning_rate=0.01, beta1=0.8, beta2=0.95, epsilon=1e-4,
         weight_decay=0.02),
    dict(method="rmsprop", learning_rate=0.003),
    dict(method="rmsprop", learning_rate=0.002, momentum=0.7, alpha=0.9, epsilon=1e-4),
    dict(method="rmsprop", learning_rate=0.002, centered=True),
    dict(method="rmsprop", learning_rate=0.002, momentum=0.5, centered=True, weight_decay=0.02),
]

# From one to four hidden layers; their number shares no factor with that of the optimizers.
FORMS = [
    dict(sizes=[3, 5, 3], loss="cross_entropy", task="classification"),
    dict(sizes=[2, 4, 3, 1], loss="binary_cross_entropy", task="classification"),
    dict(sizes=[3, 4, 5, 3, 2], loss="mse", task="classification"),
    dict(sizes=[2, 5, 4, 3, 3, 1], loss="mse", task="regression"),
    dict(sizes=[2, 4, 4, 1], loss="half_mse", task="regression"),
    dict(sizes=[3, 4, 1], loss="half_mse", task="classification"),
    dict(sizes=[3, 4, 3, 3, 3], loss="cross_entropy", task="classification"),
]
LINEAR_MODEL = dict(sizes=[3, 1], loss="binary_cross_entropy", task="classification")


class Draws:
    """The generator of Numerical Recipes; its upper 24 bits make a float32 in [-1, 1)."""

    def __init__(self, seed):
        self.state = seed * 2654435761 % 2**32

    def bits(self):
        self.state = (self.state * 1664525 + 1013904223) % 2**32
        return self.state >> 8

    def tensor(self, *shape):
        count = torch.Size(shape).numel()
        return torch.tensor([self.bits() / 2**23 - 1 for _ in range(count)]).reshape(shape)

    def labels(self, classes):
        return torch.tensor([self.bits() % classes for _ in range(BATCH_SIZE)])


def learned_count(parameters, width):
    """How many values a hidden layer of this width learns for its activation."""
    if "per_unit" not in parameters:
        return 0
    return width if parameters["per_unit"] == "true" else 1


def start(case, form):
    draws = Draws(case["seed"])
    sizes = form["sizes"]
    layers = [[draws.tensor(outputs, inputs), draws.tensor(outputs)]
              for inputs, outputs in zip(sizes, sizes[1:])]
    features = [draws.tensor(BATCH_SIZE, sizes[0]) * case["feature_scale"] for _ in range(BATCHES)]
    is_regression = form["task"] == "regression"
    targets = [draws.tensor(BATCH_SIZE) if is_regression else draws.labels(max(sizes[-1], 2))
               for _ in range(BATCHES)]
    initial = next(iter(case["parameters"].values()), None)
    learned = [torch.full((count,), initial) for width in sizes[1:-1]
               if (count := learned_count(case["parameters"], width))]
    return layers, learned, features, targets


def loss_of(form, logits, targets):
    if form["loss"] == "cross_entropy":
        return F.cross_entropy(logits, targets)
    if logits.shape[1] > 1:
        targets = F.one_hot(targets, logits.shape[1])
    targets = targets.reshape(logits.shape).to(logits.dtype)
    if form["loss"] == "binary_cross_entropy":
        return F.binary_cross_entropy_with_logits(logits, targets)
    loss = F.mse_loss(logits, targets)
    return loss / 2 if form["loss"] == "half_mse" else loss


def optimizer_of(spec, decayed, learned):
    # He et al. 2015 use no decay on learned slopes: it would pull them to 0, a plain ReLU.
    groups = [dict(params=decayed, weight_decay=spec.get("weight_decay", 0.0)),
              dict(params=learned, weight_decay=0.0)]
    named = dict(lr=spec["learning_rate"])
    if spec["method"] == "adam":
        named |= dict(betas=(spec.get("beta1", 0.9), spec.get("beta2", 0.999)),
                      eps=spec.get("epsilon", 1e-8))
        return torch.optim.Adam(groups, **named)
    named["momentum"] = spec.get("momentum", 0.0)
    if spec["method"] == "sgd":
        return torch.optim.SGD(groups, nesterov=spec.get("nesterov", False), **named)
    return torch.optim.RMSprop(groups, alpha=spec.get("alpha", 0.99),
                               eps=spec.get("epsilon", 1e-8),
                               centered=spec.get("centered", False), **named)


def train(case, form, dtype):
    """The losses, all tensors at the end, and every pre-activation of a hidden unit."""
    layers, learned, features, targets = start(case, form)
    layers = [[p.to(dtype).requires_grad_() for p in layer] for layer in layers]
    learned = [p.to(dtype).requires_grad_() for p in learned]
    decayed = [p for layer in layers for p in layer]
    optimizer = optimizer_of(case["optimizer"], decayed, learned)
    losses, seen = [], [torch.empty(0, dtype=dtype)]
    for step in range(STEPS):
        a = features[step % BATCHES].to(dtype)
        for index, (w, b) in enumerate(layers):
            a = F.linear(a, w, b)
            if index + 1 < len(layers):
                seen.append(a.detach().flatten())
                own = dict(case["parameters"])
                if learned:
                    own[next(iter(own))] = learned[index]
                a = FUNCTIONS[case["activation"]](a, own)
        loss = loss_of(form, a, targets[step % BATCHES])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses, [p.detach() for p in decayed + learned], torch.cat(seen)


def distances(tensors, others):
    """For each pair the largest difference, relative to the largest number of the second."""
    return [((one.double() - other.double()).abs().max() / other.abs().max()).item()
            for one, other in zip(tensors, others)]


def visits_all_branches(activation, seen):
    edges = BRANCHES.get(activation, [])
    borders = [-float("inf"), *edges, float("inf")]
    return not edges or all(((seen > low) & (seen < high)).any()
                            for low, high in zip(borders, borders[1:]))


def attempt(case, form):
    """The record of a case, or None where it would tell little."""
    layers, learned, _, _ = start(case, form)
    initial = [p for layer in layers for p in layer] + learned
    _, singles, _ = train(case, form, torch.float32)
    losses, doubles, seen = train(case, form, torch.float64)
    gap = max(distances(singles, doubles))
    if (not gap < LARGEST_GAP or min(distances(doubles, initial)) < SMALLEST_MOVE
            or not visits_all_branches(case["activation"], seen)):
        return None
    weights = len(initial) - len(learned)
    return form | case | dict(
        precision_gap=float(f"{gap:.2g}"), losses=losses[LOSS_EVERY - 1::LOSS_EVERY],
        weights=[p.tolist() for p in doubles[0:weights:2]],
        biases=[p.tolist() for p in doubles[1:weights:2]],
        learned=[p.tolist() for p in doubles[weights:]])


def make_case(activation, parameters, optimizer, form):
    # The outer branches of these are 3 or 6 away from 0.
    scale = 4 if activation in ("relu6", "hardswish", "hardsigmoid") else 1
    for retry in range(100):
        rate = optimizer["learning_rate"] * 0.5 ** (retry // SEEDS_PER_RATE)
        case = dict(activation=activation, parameters=parameters,
                    optimizer=optimizer | dict(learning_rate=rate), seed=retry + 1,
                    feature_scale=scale)
        if record := attempt(case, form):
            return record
    raise AssertionError(f"no seed keeps {activation} {parameters} {optimizer} {form} together")


def main():
    here = pathlib.Path(__file__).parent
    torch.set_num_threads(1)
    records = {}
    for index, (activation, parameters) in enumerate(VARIANTS):
        if sys.argv[1:] and activation not in sys.argv[1:]:
            continue
        cases = records.setdefault(activation, [])
        for place, optimizer in enumerate(OPTIMIZERS):
            form = FORMS[(index + place) % len(FORMS)]
            cases.append(make_case(activation, parameters, optimizer, form))
            if activation == "identity":
                cases.append(make_case(activation, parameters, optimizer, LINEAR_MODEL))
    for activation, cases in records.items():
        record = dict(torch=torch.__version__, batches=BATCHES, batch_size=BATCH_SIZE,
                      steps=STEPS, loss_every=LOSS_EVERY)
        lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
        path = here / f"trajectory_{activation}.json"
        path.write_text(json.dumps(record)[:-1] + f', "cases": [\n{lines}\n]}}\n')
        print(f"{path.name}: {len(cases)} cases, {path.stat().st_size} bytes, seeds up to "
              f"{max(case['seed'] for case in cases)}, precision gap up to "
              f"{max(case['precision_gap'] for case in cases)}")


if __name__ == "__main__":
    main()
