#pragma once
// The dollar axis that all bars of a chart share: from $0 to a round amount, with a few round ticks, and the column of
// each amount. Integers only.

#include <vector>

#include "base/money.h"

namespace preauth {

struct ChartAxis {
  Money end;
  Money step;        // between two ticks; end is a whole number of steps
  int columns = 0;   // column 0 is $0, the last one is `end`
  bool cut = false;  // one option goes on beyond `end`

  bool shows(Money amount) const { return amount <= end; }
  // Pre: shows(amount), and the amount is not negative.
  int column_of(Money amount) const;
};

// `highs`: the greatest amount of each bar. One that is more than eight times the next would crush the others into the
// first columns, so the axis is cut at about twice the next one. Pre: columns >= 20.
ChartAxis axis_for(std::vector<Money> highs, int columns);

// The smallest of $1, $2, $5, $10, $20 … of which at most `most` make up `amount`. Pre: most > 0.
Money round_step(Money amount, int most);

}  // namespace preauth
