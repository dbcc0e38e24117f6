#include "cli/language.h"

#include "reference/builtin.h"

namespace preauth {

const ReferenceData& reference_in(Lang lang) {
  switch (lang) {
    case Lang::en:
      return builtin_reference();
    case Lang::es:
      return spanish_reference();
  }
  return builtin_reference();
}

}  // namespace preauth
