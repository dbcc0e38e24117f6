#include "generate/files.h"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace preauth {

bool read_whole_file(const std::string& path, std::string& bytes) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return false;
  bytes.assign(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  return !file.bad();
}

bool write_if_changed(const std::string& path, std::string_view bytes) {
  std::string before;
  if (read_whole_file(path, before) && before == bytes) return true;
  std::error_code ignored;  // a folder that could not be made shows when the file cannot be opened
  std::filesystem::create_directories(std::filesystem::path(path).parent_path(), ignored);
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  return file.good();
}

}  // namespace preauth
