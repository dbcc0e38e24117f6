#!/usr/bin/env python3
"""What a case manager would otherwise script: the likely amount of each client and option, visit by visit.

    estimate.py ROWS.csv > amounts.csv

It shares nothing with preauth but the plan and treatment files, so equal amounts mean that two programs agree. It works
out care in network where the plan and the price are stated in words that it understands: a yearly deductible and
maximum, and per visit a copay, a percentage, nothing, or one of these for the first visits of a year. What it does not
understand (stays and days charged together, limits, exclusions, Medicare Part A, unknown terms and prices, care out of
network) it leaves out and counts on standard error.
"""

import collections
import csv
import datetime
import pathlib
import re
import sys

try:
    import tomllib
except ImportError:
    sys.exit("estimate.py needs Python 3.11 or later")

HERE = pathlib.Path(__file__).resolve().parent
LIBRARY = HERE.parents[1] / "plans"
NO_MAXIMUM = 10**15
DAY = datetime.timedelta(days=1)
SHARE = re.compile(r"(?:\$(?P<copay>[\d,.]+)(?: copay)?|(?P<percent>\d+)% coinsurance|no charge)"
                   r"(?P<when>; deductible does not apply| without deductible| after deductible)?")
FIRST_VISITS = re.compile(r"first (\d+) visits (.+), then (.+)")

# What one visit costs: the deductible first or not, then the copay in cents or the percentage.
Share = collections.namedtuple("Share", "after_deductible copay percent")
# How a level is paid: so many visits a year at the first share, then the other; and the plan's yearly amounts in cents.
Terms = collections.namedtuple("Terms", "first_visits first then deductible maximum")


class NotUnderstood(Exception):
    pass


def cents(text):
    """"$1,234.50" in cents; a price may say what it is for, "$319.38/day"."""
    found = re.fullmatch(r"\$([\d,]+)(?:\.(\d\d))?(?:/day|/visit)?", text)
    if not found:
        raise NotUnderstood("amount")
    return int(found[1].replace(",", "")) * 100 + int(found[2] or 0)


def stated(value):
    """The value itself where the file adds where it comes from: { is = "$0", evidence = "assumption" }."""
    return value["is"] if isinstance(value, dict) and "is" in value else value


def yearly(section, if_none):
    """One person's deductible or maximum in network."""
    amount = stated(section.get("in", "unknown"))
    if isinstance(amount, dict):
        amount = amount["individual"]
    own = if_none if amount == "none" else cents(amount)
    shared = section.get("combined")
    if shared and cents(shared["individual"]) < own:
        raise NotUnderstood("maximum of all networks")
    return own


def share(phrase, bare_skips_deductible):
    found = SHARE.fullmatch(phrase)
    if not found or (found["when"] is None and not bare_skips_deductible):
        raise NotUnderstood("words of the plan")
    copay = cents("$" + found["copay"]) if found["copay"] else 0
    return Share(found["when"] == " after deductible", copay, int(found["percent"] or 0))


def row_of(plan, level):
    """The row of the benefit table that the level is paid under."""
    row = plan["benefits"].get(level, {})
    while "in" not in row:
        level = stated(row.get("same_as", "unknown"))
        if level == "unknown":
            raise NotUnderstood("row of the plan unknown")
        row = plan["benefits"].get(level, {})
    return row


def read_terms(plan, level):
    """None when the plan does not cover the level."""
    if any(level in exclusion.get("benefits", ()) for exclusion in plan.get("exclusions", ())):
        raise NotUnderstood("exclusion")
    own = plan["benefits"].get(level, {})
    row = row_of(plan, level)
    if {stated(own.get("limit", "none")), stated(row.get("limit", "none"))} - {"none", "unknown"}:
        raise NotUnderstood("limit")
    if not plan["plan"]["year"][4:].startswith("-01-01.."):
        raise NotUnderstood("plan year")
    phrase = stated(row["in"])
    if phrase == "not covered":
        return None
    puf = plan["plan"].get("wording") == "puf"
    found = FIRST_VISITS.fullmatch(phrase)
    visits, first, then = (int(found[1]), found[2], found[3]) if found else (0, phrase, phrase)
    return Terms(visits, share(first, puf), share(then, puf), yearly(plan["deductible"], 0),
                 yearly(plan["out_of_pocket_max"], NO_MAXIMUM))


def days_of(schedule, start):
    """"28 days", "1 visit/week for 16 weeks", "3 days/week for 9 weeks": visits fall on working days."""
    if found := re.fullmatch(r"(\d+) days", schedule):
        return [start + DAY * count for count in range(int(found[1]))]
    found = re.fullmatch(r"([13]) (?:visit|day)s?/week for (\d+) weeks", schedule)
    if not found:
        raise NotUnderstood("schedule")
    a_week, weeks = int(found[1]), int(found[2])
    weekdays = {0, 2, 4} if a_week == 3 else {0, 1, 2, 3, 4}
    while start.weekday() not in weekdays:
        start += DAY
    if a_week == 1:
        return [start + 7 * DAY * week for week in range(weeks)]
    days = []
    while len(days) < a_week * weeks:
        if start.weekday() in weekdays:
            days.append(start)
        start += DAY
    return days


def percent_of(amount, percent):
    """To the cent, half a cent up."""
    return (amount * percent + 50) // 100


def patient_pays(terms, price, days, deductible_met, maximum_met):
    year = days[0].year
    deductible = max(0, terms.deductible - deductible_met)
    maximum = max(0, terms.maximum - maximum_met)
    visits = total = 0
    for day in days:
        if day.year != year:
            year, deductible, maximum, visits = day.year, terms.deductible, terms.maximum, 0
        visits += 1
        due = terms.first if visits <= terms.first_visits else terms.then
        before = min(price, deductible) if due.after_deductible else 0
        deductible -= before
        rest = price - before
        owed = min(maximum, before + min(rest, due.copay) + percent_of(rest, due.percent))
        maximum -= owed
        total += owed
    return total


class Estimator:
    """Reads every plan and treatment file once, and every row of a plan once."""

    def __init__(self):
        self.files = {}
        self.known_terms = {}

    def read(self, path):
        if path not in self.files:
            self.files[path] = tomllib.loads(path.read_text(encoding="utf-8"))
        return self.files[path]

    def terms(self, plan, level):
        if (plan, level) not in self.known_terms:
            try:
                self.known_terms[plan, level] = read_terms(self.read(LIBRARY / f"{plan}.toml"), level)
            except NotUnderstood as why:
                self.known_terms[plan, level] = why
        terms = self.known_terms[plan, level]
        if isinstance(terms, NotUnderstood):
            raise terms
        return terms

    def amount(self, row, option):
        if row["facilities.place.network"] != "in":
            raise NotUnderstood("care out of network")
        [step] = option["steps"]
        level = step["level"]
        [place] = self.read(HERE / row["treatment"])["facilities"]
        price = row.get(f"facilities.place.prices.{level}.allowed") or place["prices"].get(level, {}).get("allowed")
        if price is None:
            raise NotUnderstood("price not stated")
        schedule = row.get(f"options.{option['id']}.steps.1.schedule") or step["schedule"]
        days = days_of(schedule, datetime.date.fromisoformat(row["client.start"]))
        terms = self.terms(row["plan"], level)
        if terms is None:
            return cents(price) * len(days)
        return patient_pays(terms, cents(price), days, cents(row["so_far.deductible.in"]),
                            cents(row["so_far.out_of_pocket.in"]))


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: estimate.py ROWS.csv")
    estimator = Estimator()
    left_out = collections.Counter()
    result = csv.writer(sys.stdout, lineterminator="\n")
    result.writerow(("id", "option", "patient"))
    done = 0
    with open(sys.argv[1], newline="", encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            for option in estimator.read(HERE / row["treatment"])["options"]:
                try:
                    amount = estimator.amount(row, option)
                except NotUnderstood as why:
                    left_out[str(why)] += 1
                    continue
                done += 1
                result.writerow((row["id"], option["id"], f"{amount // 100}.{amount % 100:02}"))
    reasons = "".join(f"\n  {count:9} {why}" for why, count in left_out.most_common())
    print(f"{done} amounts; left out for:{reasons}", file=sys.stderr)


if __name__ == "__main__":
    main()
