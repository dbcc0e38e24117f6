set(loader_sources
  defaults.cpp checks.cpp checks_current.cpp checks_federal.cpp checks_together.cpp checks_treatment.cpp
  field_path.cpp field_reader.cpp field_reader_values.cpp file_kind.cpp overrides.cpp
  plan_loader.cpp plan_loader_amounts.cpp plan_loader_authorization.cpp plan_loader_benefits.cpp
  plan_loader_shared.cpp
  treatment_loader.cpp treatment_loader_options.cpp treatment_loader_so_far.cpp
  upgrade.cpp worksheet_answers.cpp worksheet_checks.cpp worksheet_field.cpp worksheet_loader.cpp worksheet_result.cpp
  write_back.cpp write_back_layout.cpp write_back_place.cpp)
