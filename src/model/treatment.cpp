#include "model/treatment.h"

namespace preauth {

std::string_view id(PriceUnit unit) {
  switch (unit) {
    case PriceUnit::visit: return "visit";
    case PriceUnit::day: return "day";
    case PriceUnit::week: return "week";
    case PriceUnit::month: return "month";
    case PriceUnit::stay: return "stay";
  }
  return "";
}

}  // namespace preauth
