// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/safetensors.h"
#include "tests/core/expect_input_error.h"

#include <bit>
#include <ostream>
#include <stdexcept>

namespace reluscope {
namespace {

using test::expectInputError;
using Bytes = std::vector<std::uint8_t>;

/// A file with this header and `dataSize` bytes 0, 1, 2, ... behind it.
Bytes file(std::string_view header, std::size_t dataSize) {
    Bytes bytes;
    for (std::size_t i = 0; i < 8; ++i) {
        bytes.push_back(static_cast<std::uint8_t>(std::uint64_t{header.size()} >> (8 * i)));
    }
    bytes.insert(bytes.end(), header.begin(), header.end());
    for (std::size_t i = 0; i < dataSize; ++i) {
        bytes.push_back(static_cast<std::uint8_t>(i));
    }
    return bytes;
}

std::vector<std::uint32_t> bitsOf(const std::vector<float>& values) {
    std::vector<std::uint32_t> bits;
    bits.reserve(values.size());
    for (const float value : values) {
        bits.push_back(std::bit_cast<std::uint32_t>(value));
    }
    return bits;
}

TEST(ParseSafetensors, ReadsAFileByteByByte) {
    Bytes bytes = {0x58, 0, 0, 0, 0, 0, 0, 0}; // the header takes 88 bytes
    constexpr std::string_view header =
        R"({"__metadata__":{"format":"pt"},"w":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]}} )";
    bytes.insert(bytes.end(), header.begin(), header.end());
    bytes.insert(bytes.end(), {0, 0, 0x80, 0x3f, 0, 0, 0x20, 0xc1}); // 1, -10
    const auto tensors = parseSafetensors(bytes);
    ASSERT_EQ(tensors.size(), 1U);
    EXPECT_EQ(tensors[0].name, "w");
    EXPECT_EQ(tensors[0].shape, (std::vector<std::size_t>{2, 1}));
    EXPECT_EQ(tensors[0].values, (std::vector<float>{1, -10}));
}

TEST(ParseSafetensors, KeepsTheOrderOfTheHeader) {
    const auto tensors =
        parseSafetensors(file(R"({"b":{"shape":[1],"data_offsets":[4,8],"dtype":"F32"},)"
                              R"("none":{"dtype":"F32","shape":[3,0],"data_offsets":[4,4]},)"
                              R"("a":{"dtype":"F32","shape":[],"data_offsets":[0,4]}})",
                              8));
    ASSERT_EQ(tensors.size(), 3U);
    EXPECT_EQ(tensors[0].name, "b");
    EXPECT_EQ(bitsOf(tensors[0].values), std::vector<std::uint32_t>{0x07060504});
    EXPECT_EQ(tensors[1].shape, (std::vector<std::size_t>{3, 0}));
    EXPECT_TRUE(tensors[1].values.empty());
    EXPECT_TRUE(tensors[2].shape.empty());
    EXPECT_EQ(bitsOf(tensors[2].values), std::vector<std::uint32_t>{0x03020100});
}

TEST(ParseSafetensors, ReadsAFileWithoutTensors) {
    EXPECT_TRUE(parseSafetensors(file("{}", 0)).empty());
    EXPECT_TRUE(parseSafetensors(file(R"({"__metadata__":{}}   )", 0)).empty());
}

TEST(WriteSafetensors, WritesTheseBytes) {
    const std::vector<Tensor> tensors = {{"w", {2}, {1, -10}}, {"b", {1, 1}, {0.5F}}};
    constexpr std::string_view header =
        R"({"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},)"
        R"("b":{"dtype":"F32","shape":[1,1],"data_offsets":[8,12]}}  )";
    Bytes expected = file(header, 0);
    expected.insert(expected.end(), {0, 0, 0x80, 0x3f, 0, 0, 0x20, 0xc1, 0, 0, 0, 0x3f});
    EXPECT_EQ(writeSafetensors(tensors), expected);
    EXPECT_EQ(header.size() % 8, 0U);
}

TEST(WriteSafetensors, RoundTripsEveryBit) {
    Tensor special{"Schicht \"1\"\n\xe4\xb8\xad", {2, 4}, {}};
    const std::vector<std::uint32_t> bits = {
        0x00000000, 0x80000000,  // both zeros
        0x00000001, 0x807fffff,  // denormals
        0x7f800000, 0xff800000,  // infinities
        0x7fc00001, 0xffb00003}; // a quiet and a signalling NaN
    for (const std::uint32_t value : bits) {
        special.values.push_back(std::bit_cast<float>(value));
    }
    const std::vector<Tensor> tensors = {
        special, {"", {}, {3}}, {"empty", {0, 7}, {}}, {"__metadata", {1, 1, 1}, {0.1F}}};
    const Bytes bytes = writeSafetensors(tensors);
    const auto read = parseSafetensors(bytes);
    ASSERT_EQ(read.size(), tensors.size());
    for (std::size_t i = 0; i < read.size(); ++i) {
        EXPECT_EQ(read[i].name, tensors[i].name);
        EXPECT_EQ(read[i].shape, tensors[i].shape);
        EXPECT_EQ(bitsOf(read[i].values), bitsOf(tensors[i].values));
    }
    EXPECT_EQ(bitsOf(read[0].values), bits);
    EXPECT_EQ(writeSafetensors(read), bytes);
    EXPECT_TRUE(parseSafetensors(writeSafetensors({})).empty());
}

TEST(WriteSafetensors, RefusesWhatItCouldNotReadBack) {
    const auto write = [](std::vector<Tensor> tensors) { writeSafetensors(tensors); };
    EXPECT_THROW(write({{"a", {2}, {1}}}), std::invalid_argument);
    EXPECT_THROW(write({{"a", {0}, {1}}}), std::invalid_argument);
    EXPECT_THROW(write({{"a", {std::size_t{1} << 63, 2}, {}}}), std::invalid_argument);
    EXPECT_THROW(write({{"a", {1}, {1}}, {"a", {1}, {1}}}), std::invalid_argument);
    EXPECT_THROW(write({{"__metadata__", {1}, {1}}}), std::invalid_argument);
}

TEST(ParseSafetensors, RefusesEveryTruncation) {
    const std::vector<Tensor> tensors = {{"a", {2}, {1, 2}}, {"b", {}, {3}}};
    const Bytes whole = writeSafetensors(tensors);
    for (std::size_t size = 0; size < whole.size(); ++size) {
        // A copy, so that a sanitizer sees a read past the end.
        const Bytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
        EXPECT_THROW(parseSafetensors(cut), InputError) << size;
    }
}

TEST(ParseSafetensors, RefusesABadHeaderLength) {
    const auto error = [](const Bytes& bytes, const char* place, const char* words) {
        expectInputError([&] { parseSafetensors(bytes); }, place, words);
    };
    error({}, "byte 0", "within its first 8 bytes");
    error({2, 0, 0}, "byte 3", "which begins with the length of its header");
    error(Bytes(8), "byte 8", "does not begin with {");
    error({2, 0, 0, 0, 0, 0, 0, 0, '{'}, "byte 0",
          "a header of 2 bytes is promised, but 1 follow; a complete safetensors file");
    error(Bytes(16, 0xff), "byte 0", "a header of 18446744073709551615 bytes is promised");
    error({0xf9, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, '{', '}'}, "byte 0", "but 2 follow");
    std::string tooLong;
    tooLong.resize(17'000'000, ' ');
    error(file(tooLong, 0), "byte 0", "the header takes 17 MB; at most 16 MB");
}

/// A header in front of 24 bytes, and what has to be said of it.
struct BadHeader {
    const char* header;
    const char* place;
    const char* words;
};

/// For GoogleTest's messages.
std::ostream& operator<<(std::ostream& out, const BadHeader& bad) {
    return out << bad.header;
}

class BadHeaders : public testing::TestWithParam<BadHeader> {};

TEST_P(BadHeaders, AreRefusedAtTheRightPlace) {
    const Bytes bytes = file(GetParam().header, 24);
    const std::string named =
        expectInputError([&] { parseSafetensors(bytes); }, GetParam().place, GetParam().words);
    EXPECT_EQ(named, "");
}

constexpr BadHeader badHeaders[] = {
    // The header as a whole
    {"[]", "byte 8", "does not begin with {; a JSON object"},
    {" {}", "byte 8", "does not begin with {"},
    {"{", "header: line 1, column 2", "unexpected end of input"},
    {"{} {}", "header: line 1, column 4", "; end of input"},
    {"{\"\xff\":1}", "header: line 1, column 3", "ill-formed UTF-8"},
    {R"({"a":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]})", "header",
     "nests too deeply"},
    {R"({"a":{"dtype":"F32","shape":[6],"data_offsets":[0,24]},"a":1})", "header: a",
     "given twice"},
    {R"({"a":{"dtype":"F32","dtype":"F32","shape":[6],"data_offsets":[0,24]}})", "header: a.dtype",
     "given twice"},
    // Metadata
    {R"({"__metadata__":1})", "__metadata__", "is 1; an object"},
    {R"({"__metadata__":{"format":"pt","epoch":3}})", "__metadata__.epoch", "is 3; a text"},
    // Fields of a tensor
    {R"({"a\n":[]})", "tensor \"a?\"", "is a list of 0; an object"},
    {R"({"a":{"shape":[6],"data_offsets":[0,24]}})", "tensor \"a\".dtype", "is missing"},
    {R"({"a":{"dtype":"F32","data_offsets":[0,24]}})", "tensor \"a\".shape", "is missing"},
    {R"({"a":{"dtype":"F32","shape":[6]}})", "tensor \"a\".data_offsets", "is missing"},
    {R"({"a":{"dtype":"F32","shape":[6],"data_offset":[0,24]}})", "tensor \"a\".data_offset",
     "unknown field; the nearest is \"data_offsets\""},
    {R"({"a":{"dtype":"F64","shape":[3],"data_offsets":[0,24]}})", "tensor \"a\".dtype",
     R"(is "F64"; "F32", the only type that is read)"},
    {R"({"a":{"dtype":32,"shape":[3],"data_offsets":[0,24]}})", "tensor \"a\".dtype", "is 32"},
    {R"({"a":{"dtype":"F32","shape":6,"data_offsets":[0,24]}})", "tensor \"a\".shape",
     "is 6; a list"},
    {R"({"a":{"dtype":"F32","shape":[3,-2],"data_offsets":[0,24]}})", "tensor \"a\".shape[1]",
     "is -2; a whole number"},
    {R"({"a":{"dtype":"F32","shape":[6.0],"data_offsets":[0,24]}})", "tensor \"a\".shape[0]",
     "is 6.0; a whole number"},
    {R"({"a":{"dtype":"F32","shape":[18446744073709551616],"data_offsets":[0,24]}})",
     "tensor \"a\".shape[0]", "is 18446744073709551616"},
    {R"({"a":{"dtype":"F32","shape":[6],"data_offsets":[24]}})", "tensor \"a\".data_offsets",
     "is a list of 1"},
    {R"({"a":{"dtype":"F32","shape":[6],"data_offsets":[0,12,24]}})", "tensor \"a\".data_offsets",
     "is a list of 3"},
    {R"({"a":{"dtype":"F32","shape":[6],"data_offsets":[-1,24]}})", "tensor \"a\".data_offsets[0]",
     "is -1"},
    {R"({"a":{"dtype":"F32","shape":[6],"data_offsets":[24,0]}})", "tensor \"a\".data_offsets[1]",
     "is 0; a whole number from 24"},
    {R"({"a":{"dtype":"F32","shape":[7],"data_offsets":[0,28]}})", "tensor \"a\".data_offsets[1]",
     "is 28, but 24 bytes follow the header; a complete safetensors file"},
    // Shape against size: too small, too large, no whole value, products that overflow 64 bits
    {R"({"a":{"dtype":"F32","shape":[5],"data_offsets":[0,24]}})", "tensor \"a\"",
     "24 bytes do not hold the shape [5]; 4 bytes for each value"},
    {R"({"a":{"dtype":"F32","shape":[7],"data_offsets":[0,24]}})", "tensor \"a\"", "shape [7]"},
    {R"({"a":{"dtype":"F32","shape":[],"data_offsets":[0,24]}})", "tensor \"a\"", "shape []"},
    {R"({"a":{"dtype":"F32","shape":[0,6],"data_offsets":[0,24]}})", "tensor \"a\"",
     "shape [0, 6]"},
    {R"({"a":{"dtype":"F32","shape":[5],"data_offsets":[0,23]}})", "tensor \"a\"", "23 bytes"},
    {R"({"a":{"dtype":"F32","shape":[4611686018427387910],"data_offsets":[0,24]}})", "tensor \"a\"",
     "shape [4611686018427387910]"},
    {R"({"a":{"dtype":"F32","shape":[9223372036854775809,2,3],"data_offsets":[0,24]}})",
     "tensor \"a\"", "shape [9223372036854775809, 2, 3]"},
    {R"({"a":{"dtype":"F32","shape":[1000000000000],"data_offsets":[0,4000000000000]}})",
     "tensor \"a\".data_offsets[1]", "is 4000000000000, but 24"},
    // Gaps, overlaps, bytes that belong to no tensor
    {R"({"a":{"dtype":"F32","shape":[5],"data_offsets":[4,24]}})", "tensor \"a\".data_offsets[0]",
     "is 4, but the tensors before end at 0"},
    {R"({"b":{"dtype":"F32","shape":[2],"data_offsets":[16,24]},)"
     R"("a":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}})",
     "tensor \"b\".data_offsets[0]",
     "is 16, but the tensors before end at 12; tensors without gap"},
    {R"({"a":{"dtype":"F32","shape":[3],"data_offsets":[0,12]},)"
     R"("b":{"dtype":"F32","shape":[4],"data_offsets":[8,24]}})",
     "tensor \"b\".data_offsets[0]", "is 8, but the tensors before end at 12"},
    {R"({"a":{"dtype":"F32","shape":[6],"data_offsets":[0,24]},)"
     R"("b":{"dtype":"F32","shape":[6],"data_offsets":[0,24]}})",
     "tensor \"b\".data_offsets[0]", "is 0, but the tensors before end at 24"},
    {R"({"a":{"dtype":"F32","shape":[6],"data_offsets":[0,24]},)"
     R"("none":{"dtype":"F32","shape":[0],"data_offsets":[4,4]}})",
     "tensor \"none\".data_offsets[0]", "is 4, but the tensors before end at 24"},
    {R"({"a":{"dtype":"F32","shape":[5],"data_offsets":[0,20]}})", "byte 83",
     "4 bytes follow the last tensor; a file that ends here"},
    {"{}", "byte 10", "24 bytes follow the last tensor"},
};

INSTANTIATE_TEST_SUITE_P(ParseSafetensors, BadHeaders, testing::ValuesIn(badHeaders));

} // namespace
} // namespace reluscope
