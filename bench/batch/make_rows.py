#!/usr/bin/env python3
"""Writes N distinct client rows over the whole plan library as CSV: make_rows.py N [--seed S] [--treatment FILE]

The same N and seed give the same bytes. No two rows are alike even without their ids: start date and deductible met
are walked in steps that meet every pair once before any comes again.
"""

import argparse
import datetime
import math
import pathlib
import random
import sys

LIBRARY = pathlib.Path(__file__).resolve().parents[2] / "plans"
COLUMNS = ("id", "plan", "treatment", "client.start", "so_far.deductible.in", "so_far.out_of_pocket.in",
           "facilities.place.network", "facilities.place.prices.iop.allowed", "options.iop.steps.1.schedule", "budget")
FIRST_START = datetime.date(2026, 1, 1)
STARTS = 365  # many courses run into the next year
DEDUCTIBLES = 200_001  # $0.00 to $2,000.00
PAIRS = STARTS * DEDUCTIBLES


def step_through(pairs):
    """About the golden section of all pairs, so that neighbours lie far apart; coprime, so that every pair is met."""
    step = int(pairs * 0.6180339887)
    while math.gcd(step, pairs) != 1:
        step += 1
    return step


def rows(count, seed, treatment):
    pick = random.Random(seed)
    uniform = pick.random  # several times faster than randrange; how even it is matters little here
    plans = sorted(path.stem for path in LIBRARY.glob("*.toml"))
    starts = [(FIRST_START + datetime.timedelta(days)).isoformat() for days in range(STARTS)]
    networks = ("in", "in", "in", "out")
    pair, step = pick.randrange(PAIRS), step_through(PAIRS)
    for number in range(1, count + 1):
        pair = (pair + step) % PAIRS
        deductible, start = divmod(pair, STARTS)
        out_of_pocket = deductible + int(uniform() * 100_000)
        price = 20_000 + int(uniform() * 40_000)
        yield (f"C-{number},{plans[int(uniform() * len(plans))]},{treatment},{starts[start]},"
               f"${deductible // 100}.{deductible % 100:02},${out_of_pocket // 100}.{out_of_pocket % 100:02},"
               f"{networks[int(uniform() * 4)]},${price // 100}.{price % 100:02}/day,"
               f"3 days/week for {4 + int(uniform() * 13)} weeks,${1000 + int(uniform() * 11_000)}\n")


def main():
    arguments = argparse.ArgumentParser(description="Client rows for the batch bench, as CSV on standard output.")
    arguments.add_argument("count", type=int, metavar="N")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--treatment", default="four.toml", help="what the treatment column says (four.toml)")
    options = arguments.parse_args()
    if not 0 < options.count <= PAIRS:
        arguments.error(f"N is 1 to {PAIRS}")
    sys.stdout.write(",".join(COLUMNS) + "\n")
    sys.stdout.writelines(rows(options.count, options.seed, options.treatment))


if __name__ == "__main__":
    main()
