#include "core/office/text_decoding.h"
#include "tests/support/catch.h"

using namespace checkup;
using namespace checkup::office;
using namespace Qt::StringLiterals;

namespace {

void checkDecoded(const QByteArray& bytes, const QString& text, const QString& encoding)
{
    const auto decoded = decodeText(bytes);
    REQUIRE_OK(decoded);
    CHECK(decoded->text == text);
    CHECK(decoded->encoding == encoding);
}

} // namespace

// Bytes by iconv.
TEST_CASE("Chinese text in every usual encoding")
{
    checkDecoded({}, {}, u"UTF-8"_s);
    checkDecoded("a,b\n", u"a,b\n"_s, u"UTF-8"_s);
    checkDecoded("厦门,1", u"厦门,1"_s, u"UTF-8"_s);
    checkDecoded("\xEF\xBB\xBF厦门", u"厦门"_s, u"UTF-8"_s);
    checkDecoded(QByteArray::fromHex("cfc3c3c52c310d0a"), u"厦门,1\r\n"_s, u"GB18030"_s);
    checkDecoded(QByteArray::fromHex("9534b235"), u"𠮷"_s, u"GB18030"_s); // four bytes: not in GBK
    checkDecoded(QByteArray::fromHex("fffea653e895"), u"厦门"_s, u"UTF-16LE"_s);
    checkDecoded(QByteArray::fromHex("feff53a695e8"), u"厦门"_s, u"UTF-16BE"_s);
    checkDecoded(QByteArray::fromHex("a653e8952c0031000a00"), u"厦门,1\n"_s, u"UTF-16LE"_s);
    checkDecoded(QByteArray::fromHex("53a695e8002c0031000a"), u"厦门,1\n"_s, u"UTF-16BE"_s);
}

TEST_CASE("what is no text is refused")
{
    CHECK(decodeText("caf\xE9, na\xEFve").error().code() == ErrorCode::Unsupported);
    CHECK(decodeText(QByteArray::fromHex("89504e470d0a1a0a0000000d49484452")).error().code() ==
          ErrorCode::Unsupported);
    CHECK_FALSE(decodeText(QByteArray::fromHex("fffe00d8")));         // half a surrogate pair
    CHECK_FALSE(decodeText(QByteArray::fromHex("cfc3c3")));           // half a character
    CHECK_FALSE(decodeText(QByteArray::fromHex("efbbbfcfc3")));       // says UTF-8, is GBK
    CHECK_FALSE(decodeText(QByteArray::fromHex("cfc3c3c52c31020a"))); // control characters
}
