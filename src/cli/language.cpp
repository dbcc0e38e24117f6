#include "cli/language.h"

#include "batch/built_in.h"
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

const Defaults& defaults_in(Lang lang) {
  static const Defaults spanish = typed_defaults(spanish_reference());
  switch (lang) {
    case Lang::en:
      return builtin_defaults();
    case Lang::es:
      return spanish;
  }
  return builtin_defaults();
}

}  // namespace preauth
