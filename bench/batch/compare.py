#!/usr/bin/env python3
"""Every amount of estimate.py beside the program's likely amount: compare.py PREAUTH.csv PYTHON.csv

Exit status 1 when one differs by a cent, or is missing in the program's output.
"""

import csv
import sys

SHOWN = 20


def expected_amounts(path):
    with open(path, newline="", encoding="utf-8") as file:
        return {(row["id"], row["option"]): row["patient"] for row in csv.DictReader(file)}


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: compare.py PREAUTH.csv PYTHON.csv")
    expected = expected_amounts(sys.argv[2])
    same = different = 0
    with open(sys.argv[1], newline="", encoding="utf-8") as file:
        rows = csv.reader(file)  # millions of rows: a DictReader takes several times as long
        header = next(rows)
        client, option, patient = (header.index(column) for column in ("id", "option", "patient"))
        for row in rows:
            amount = expected.pop((row[client], row[option]), None)
            if amount is None or amount == row[patient]:
                same += amount is not None
                continue
            different += 1
            if different <= SHOWN:
                print(f"{row[client]} {row[option]}: preauth {row[patient]}, Python {amount}")
    print(f"{same} amounts the same, {different} different, {len(expected)} missing")
    sys.exit(0 if same and not different and not expected else 1)


if __name__ == "__main__":
    main()
