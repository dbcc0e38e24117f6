#pragma once
// A temporary folder, with a short treatment t.toml, in which tests run the program itself on rows files of their own.

#include <string>
#include <vector>

namespace workshop {

class Folder {
 public:
  Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder();

  std::string path(const std::string& name) const { return path_ + "/" + name; }
  void write(const std::string& name, const std::string& bytes) const;
  std::string read(const std::string& name) const;  // empty when there is no such file
  bool has(const std::string& name) const;
  void remove(const std::string& name) const;

 private:
  std::string path_;
};

// Runs a shell command in the folder, the program standing in for `preauth`; gives the exit code.
int run(const Folder& folder, const std::string& command);
// Starts the program with these arguments, standard output and error thrown away, kills it after so many microseconds,
// and waits for its end.
void run_and_kill(const Folder& folder, const std::vector<std::string>& arguments, int microseconds, int signal);

// So many rows over four plans of the library, all different; `form` is csv or json.
std::string many_rows(int count, const std::string& form);

}  // namespace workshop
