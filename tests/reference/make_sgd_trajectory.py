#!/usr/bin/python3
"""Makes sgd_*.json: 50 steps of small networks as PyTorch trains them.

Only for making the files anew; the tests read them and need no PyTorch.
Debian's python3-torch 1.13.1:  /usr/bin/python3 make_sgd_trajectory.py

Weights are [out][in], batches go round the data in file order. Everything starts from
float32 numbers, written exactly, so that both precisions start from the same place.
"""

import json
import pathlib

import torch
import torch.nn.functional as F

STEPS = 50

CASES = [
    dict(name="tanh_bce", sizes=[2, 8, 8, 1], activation="tanh", loss="binary_cross_entropy",
         learning_rate=0.5),
    dict(name="relu_ce_momentum", sizes=[3, 7, 5, 4], activation="relu", loss="cross_entropy",
         learning_rate=0.05, momentum=0.9),
    dict(name="leaky_mse", sizes=[4, 9, 3], activation="leaky_relu", parameter=0.1, loss="mse",
         learning_rate=0.1),
    dict(name="elu_half_mse_decay", sizes=[2, 5, 1], activation="elu", parameter=1.5,
         loss="half_mse", learning_rate=0.1, weight_decay=0.01),
    dict(name="silu_ce_nesterov_decay", sizes=[3, 8, 3], activation="silu", loss="cross_entropy",
         learning_rate=0.05, momentum=0.9, nesterov=True, weight_decay=0.001),
    dict(name="sigmoid_bce_momentum", sizes=[2, 6, 6, 1], activation="sigmoid",
         loss="binary_cross_entropy", learning_rate=0.3, momentum=0.5),
    dict(name="identity_ce", sizes=[5, 4, 3], activation="identity", loss="cross_entropy",
         learning_rate=0.2),
    dict(name="linear_model_bce", sizes=[3, 1], activation="relu", loss="binary_cross_entropy",
         learning_rate=0.3),
]

ACTIVATIONS = {
    "identity": lambda z, p: z,
    "relu": lambda z, p: F.relu(z),
    "leaky_relu": lambda z, p: F.leaky_relu(z, p),
    "elu": lambda z, p: F.elu(z, p),
    "silu": lambda z, p: F.silu(z),
    "tanh": lambda z, p: torch.tanh(z),
    "sigmoid": lambda z, p: torch.sigmoid(z),
}


def loss_of(name, logits, labels):
    outputs = logits.shape[1]
    if name == "cross_entropy":
        return F.cross_entropy(logits, labels)
    if name == "binary_cross_entropy":
        return F.binary_cross_entropy_with_logits(logits[:, 0], labels.to(logits.dtype))
    targets = labels[:, None] if outputs == 1 else F.one_hot(labels, outputs)
    loss = F.mse_loss(logits, targets.to(logits.dtype))
    return loss / 2 if name == "half_mse" else loss


def train(case, layers, features, labels, dtype):
    parameters = [[w.to(dtype).clone().requires_grad_(), b.to(dtype).clone().requires_grad_()]
                  for w, b in layers]
    optimizer = torch.optim.SGD(
        [p for layer in parameters for p in layer], lr=case["learning_rate"],
        momentum=case.get("momentum", 0.0), nesterov=case.get("nesterov", False),
        weight_decay=case.get("weight_decay", 0.0))
    losses = []
    for step in range(STEPS):
        batch = step % len(features)
        a = features[batch].to(dtype)
        for index, (w, b) in enumerate(parameters):
            z = F.linear(a, w, b)
            is_hidden = index + 1 < len(parameters)
            a = ACTIVATIONS[case["activation"]](z, case.get("parameter")) if is_hidden else z
        loss = loss_of(case["loss"], a, labels[batch])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses, [[p.detach() for p in layer] for layer in parameters]


def written(tensor):
    """Nested lists; float32 in the nine digits that name it."""
    if tensor.dtype == torch.float64:
        return tensor.tolist()
    if tensor.dim() == 0:
        return float(f"{tensor.item():.9g}")
    return [written(part) for part in tensor]


def gap(singles, doubles):
    """Largest difference between the precisions, relative to the largest weight of a tensor."""
    return max(((s.double() - d).abs().max() / d.abs().max()).item()
               for layers in zip(singles, doubles) for s, d in zip(*layers))


def main():
    here = pathlib.Path(__file__).parent
    torch.set_num_threads(1)
    for index, case in enumerate(CASES):
        torch.manual_seed(index + 1)
        sizes, batch_size, batches = case["sizes"], 5 + index % 4, 4
        layers = []
        for inputs, outputs in zip(sizes, sizes[1:]):
            bound = inputs ** -0.5
            layers.append([(torch.rand(outputs, inputs) * 2 - 1) * bound,
                           (torch.rand(outputs) * 2 - 1) * bound])
        features = torch.randn(batches, batch_size, sizes[0])
        classes = 2 if sizes[-1] == 1 else sizes[-1]
        labels = torch.randint(classes, (batches, batch_size))

        single_losses, singles = train(case, layers, features, labels, torch.float32)
        double_losses, doubles = train(case, layers, features, labels, torch.float64)
        record = dict(case)
        record["torch"] = torch.__version__
        record["precision_gap"] = gap(singles, doubles)
        record["features"] = written(features)
        record["labels"] = labels.tolist()
        record["initial"] = [[written(p) for p in layer] for layer in layers]
        record["float32"] = dict(losses=[float(f"{loss:.9g}") for loss in single_losses],
                                 final=[[written(p) for p in layer] for layer in singles])
        record["float64"] = dict(losses=double_losses,
                                 final=[[written(p) for p in layer] for layer in doubles])
        path = here / f"sgd_{case['name']}.json"
        path.write_text(json.dumps(record, separators=(",", ":")) + "\n")
        print(f"{path.name}: {path.stat().st_size} bytes, loss {double_losses[0]:.4f} -> "
              f"{double_losses[-1]:.4f}, precision gap {record['precision_gap']:.1e}")


if __name__ == "__main__":
    main()
