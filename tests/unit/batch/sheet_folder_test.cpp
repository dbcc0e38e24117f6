// The folder of sheets: what is there is neither followed nor lost, and every file is its owner's alone.

#include "batch/sheet_folder.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

namespace preauth {
namespace {

namespace fs = std::filesystem;

class Place {
 public:
  Place() {
    std::string name = (fs::temp_directory_path() / "preauth-sheets-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    root_ = name;
  }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  ~Place() {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }
  std::string outside(const std::string& name) const { return root_ + "/" + name; }
  std::string folder() const { return root_ + "/sheets"; }
  std::string in(const std::string& name) const { return folder() + "/" + name; }
  static std::string read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  }
  static void write(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
  }
  static unsigned mode(const std::string& path) {
    struct stat info {};
    return lstat(path.c_str(), &info) == 0 ? info.st_mode & 0777U : 0;
  }

 private:
  std::string root_;
};

TEST_CASE("a_folder_that_is_made_and_its_files_are_their_owners_alone") {
  const Place place;
  {
    SheetFolder folder;
    REQUIRE(folder.open(place.folder(), false));
    CHECK(folder.put("c1", 1, "<p>one</p>").name == "sheet-c1.html");
    CHECK(folder.append_to_index("<p>list</p>"));
    CHECK_FALSE(fs::exists(place.in("index.html")));
    CHECK(folder.finish());
  }
  CHECK(Place::mode(place.folder()) == 0700);
  CHECK(Place::mode(place.in("sheet-c1.html")) == 0600);
  CHECK(Place::mode(place.in("index.html")) == 0600);
  CHECK(Place::read(place.in("sheet-c1.html")) == "<p>one</p>");
  CHECK(Place::read(place.in("index.html")) == "<p>list</p>");
  CHECK(std::distance(fs::directory_iterator(place.folder()), {}) == 2);
}

TEST_CASE("what_is_not_finished_leaves_no_list_and_nothing_on_the_way") {
  const Place place;
  {
    SheetFolder folder;
    REQUIRE(folder.open(place.folder(), false));
    CHECK(folder.append_to_index("<p>half"));
    CHECK(folder.put("c1", 1, "one").name == "sheet-c1.html");
  }
  CHECK(std::distance(fs::directory_iterator(place.folder()), {}) == 1);
}

TEST_CASE("a_folder_with_anything_in_it_is_refused_unless_a_run_is_continued") {
  const Place place;
  fs::create_directory(place.folder());
  Place::write(place.in("notes.txt"), "mine");
  SheetFolder folder;
  CHECK_FALSE(folder.open(place.folder(), false));
  CHECK(folder.has_files());
  SheetFolder again;
  CHECK_FALSE(again.open(place.folder(), true));
  CHECK(again.is_busy());  // the first still holds it
}

TEST_CASE("what_was_on_the_way_when_a_run_was_killed_is_in_nobodys_way") {
  const Place place;
  fs::create_directory(place.folder());
  Place::write(place.in(".sheet.tmp"), "half");
  Place::write(place.in(".index.tmp"), "half");
  SheetFolder folder;
  REQUIRE(folder.open(place.folder(), false));
  CHECK_FALSE(fs::exists(place.in(".sheet.tmp")));
  CHECK(folder.append_to_index("list"));
  CHECK(folder.finish());
  CHECK(Place::read(place.in("index.html")) == "list");
}

TEST_CASE("clients_with_one_code_share_a_sheet_only_when_it_is_the_same") {
  const Place place;
  SheetFolder folder;
  REQUIRE(folder.open(place.folder(), false));
  CHECK(folder.put("c1", 1, "one").name == "sheet-c1.html");
  const SheetFolder::Placed second = folder.put("c1", 2, "two");
  CHECK(second.name == "sheet-c1.row-2.html");
  CHECK(second.shared_code);
  CHECK(folder.put("c1", 3, "one").name == "sheet-c1.html");
  CHECK(folder.put("", 4, "four").name == "sheet.row-4.html");
  CHECK(Place::read(place.in("sheet-c1.html")) == "one");
  CHECK(Place::read(place.in("sheet-c1.row-2.html")) == "two");
}

TEST_CASE("a_continued_run_keeps_whole_sheets_and_makes_torn_ones_again") {
  const Place place;
  fs::create_directory(place.folder());
  Place::write(place.in("sheet-c1.html"), "<p>one</p>");
  Place::write(place.in("sheet-c2.html"), "<p>t");
  Place::write(place.in("sheet-c3.html"), "");
  Place::write(place.in(".sheet.tmp"), "<p>four");
  SheetFolder folder;
  REQUIRE(folder.open(place.folder(), true));
  const auto before = fs::last_write_time(place.in("sheet-c1.html"));
  CHECK(folder.put("c1", 1, "<p>one</p>").name == "sheet-c1.html");
  CHECK(fs::last_write_time(place.in("sheet-c1.html")) == before);
  CHECK(folder.put("c2", 2, "<p>two</p>").name == "sheet-c2.html");
  CHECK(folder.put("c3", 3, "<p>three</p>").name == "sheet-c3.html");
  CHECK(folder.put("c4", 4, "<p>four</p>").name == "sheet-c4.html");
  CHECK(Place::read(place.in("sheet-c2.html")) == "<p>two</p>");
  CHECK(Place::read(place.in("sheet-c3.html")) == "<p>three</p>");
  CHECK(Place::read(place.in("sheet-c4.html")) == "<p>four</p>");
}

TEST_CASE("a_link_or_a_pipe_in_the_place_of_a_sheet_is_replaced_and_never_followed") {
  const Place place;
  fs::create_directory(place.folder());
  Place::write(place.outside("precious"), "precious");
  fs::create_symlink(place.outside("precious"), place.in("sheet-c1.html"));
  fs::create_symlink(place.outside("precious"), place.in(".sheet.tmp"));
  fs::create_symlink(place.outside("precious"), place.in(".index.tmp"));
  fs::create_symlink(place.outside("new"), place.in("index.html"));
  REQUIRE(mkfifo(place.in("sheet-c2.html").c_str(), 0600) == 0);
  SheetFolder folder;
  REQUIRE(folder.open(place.folder(), true));
  CHECK(folder.put("c1", 1, "one").name == "sheet-c1.html");
  CHECK(folder.put("c2", 2, "two").name == "sheet-c2.html");
  CHECK(folder.append_to_index("list"));
  CHECK(folder.finish());
  CHECK(Place::read(place.outside("precious")) == "precious");
  CHECK_FALSE(fs::exists(place.outside("new")));
  CHECK_FALSE(fs::is_symlink(place.in("sheet-c1.html")));
  CHECK_FALSE(fs::is_symlink(place.in("index.html")));
  CHECK(Place::read(place.in("sheet-c2.html")) == "two");
}

TEST_CASE("what_cannot_be_written_is_told") {
  const Place place;
  fs::create_directory(place.folder());
  fs::create_directory(place.in("sheet-c1.html"));
  {
    SheetFolder folder;
    REQUIRE(folder.open(place.folder(), true));
    CHECK(folder.put("c1", 1, "one").name.empty());
    CHECK(folder.failure() == "Is a directory");
  }
  Place::write(place.outside("file"), "");
  SheetFolder file;
  CHECK_FALSE(file.open(place.outside("file"), false));
  CHECK(file.failure() == "Not a directory");
  SheetFolder nowhere;
  CHECK_FALSE(nowhere.open(place.outside("no/such"), false));
  CHECK(nowhere.failure() == "No such file or directory");
}

TEST_CASE("comparing_counts_what_differs_and_writes_nothing") {
  const Place place;
  fs::create_directory(place.folder());
  Place::write(place.in("sheet-c1.html"), "one");
  Place::write(place.in("sheet-c1.row-2.html"), "two");
  Place::write(place.in("sheet-c3.html"), "changed");
  Place::write(place.in("index.html"), "list");
  SheetFolder folder;
  folder.open_to_compare(place.folder());
  CHECK(folder.append_to_index("list"));
  CHECK(folder.put("c1", 1, "one").name == "sheet-c1.html");
  CHECK(folder.put("c1", 2, "two").name == "sheet-c1.row-2.html");
  CHECK(folder.finish());
  CHECK(folder.count_different() == 0);
  fs::remove(place.in("sheet-c1.html"));
  CHECK(folder.put("c1", 2, "two").name == "sheet-c1.row-2.html");
  CHECK(folder.count_different() == 0);
  static_cast<void>(folder.put("c3", 3, "three"));
  static_cast<void>(folder.put("c4", 4, "four"));
  CHECK(folder.append_to_index("more"));
  CHECK(folder.finish());
  CHECK(folder.count_different() == 3);  // c3, c4, the list
  CHECK(std::distance(fs::directory_iterator(place.folder()), {}) == 3);
}

}  // namespace
}  // namespace preauth
