// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/data_paths.h"

#include <gtest/gtest.h>

namespace reluscope {
namespace {

DataSpec csv(std::string path) {
    DataSpec spec;
    spec.source = "csv";
    spec.path = std::move(path);
    return spec;
}

std::string relative(std::string path, const char* directory) {
    DataSpec spec = csv(std::move(path));
    makePathsRelative(spec, directory);
    return spec.path;
}

std::string absolute(std::string path, const char* directory) {
    DataSpec spec = csv(std::move(path));
    makePathsAbsolute(spec, directory);
    return spec.path;
}

TEST(DataPaths, AreRelativeToADirectoryNearby) {
    EXPECT_EQ(relative("/home/ada/lab/points.csv", "/home/ada/lab"), "points.csv");
    EXPECT_EQ(relative("/home/ada/lab/data/points.csv", "/home/ada/lab"), "data/points.csv");
    EXPECT_EQ(relative("/home/ada/data/points.csv", "/home/ada/lab"), "../data/points.csv");
    EXPECT_EQ(relative("/home/ada/lab/points.csv", "/home/ada/lab/"), "points.csv");
}

TEST(DataPaths, StayAbsoluteWhereOnlyTheRootIsShared) {
    EXPECT_EQ(relative("/srv/points.csv", "/home/ada/lab"), "/srv/points.csv");
    EXPECT_EQ(relative("/home/points.csv", "/"), "/home/points.csv");
    EXPECT_EQ(relative("points.csv", "/home/ada"), "points.csv") << "relative already";
}

TEST(DataPaths, AreMadeWholeFromTheirDirectory) {
    EXPECT_EQ(absolute("points.csv", "/home/ada/lab"), "/home/ada/lab/points.csv");
    EXPECT_EQ(absolute("../data/points.csv", "/home/ada/lab"), "/home/ada/data/points.csv");
    EXPECT_EQ(absolute("/srv/points.csv", "/home/ada/lab"), "/srv/points.csv");
    EXPECT_EQ(absolute("points.csv", ""),
              (std::filesystem::current_path() / "points.csv").string());
}

TEST(DataPaths, AreThoseOfAllFiles) {
    DataSpec spec;
    spec.source = "idx";
    spec.images = "/lab/images";
    spec.labels = "/lab/labels";
    spec.testImages = "/lab/test/images";
    const DataSpec whole = spec;
    makePathsRelative(spec, "/lab");
    EXPECT_EQ(spec.images, "images");
    EXPECT_EQ(spec.labels, "labels");
    EXPECT_EQ(spec.testImages, "test/images");
    EXPECT_EQ(spec.testLabels, "") << "there are none";
    makePathsAbsolute(spec, "/lab");
    EXPECT_EQ(spec, whole);
}

} // namespace
} // namespace reluscope
