#include "core/office/text_decoding.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>
#include <optional>

namespace checkup::office {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TextDecoding)
};

std::optional<QString> strictly(QStringDecoder decoder, QByteArrayView bytes)
{
    if (!decoder.isValid())
        return std::nullopt;
    QString text = decoder.decode(bytes);
    // The converters of ICU report a bad byte only by the replacement character.
    // The UTF-16 one lets halves of surrogate pairs through.
    if (decoder.hasError() || text.contains(QChar::ReplacementCharacter) || !text.isValidUtf16())
        return std::nullopt;
    return text;
}

Error undecodable()
{
    return {
        ErrorCode::Unsupported,
        Text::tr("文字编码无法识别（试过 UTF-8、UTF-16 和 GB18030）；请另存为 UTF-8 编码后再试。")};
}

} // namespace

Result<DecodedText> decodeText(const QByteArray& bytes)
{
    const QByteArrayView view(bytes);
    // Stateless, so that a character cut off at the end is an error and not kept waiting.
    const auto flag = QStringConverter::Flag::Stateless;
    const auto answer = [](std::optional<QString> text,
                           const QString& encoding) -> Result<DecodedText> {
        if (!text)
            return undecodable();
        return DecodedText{*text, encoding};
    };
    if (bytes.startsWith("\xEF\xBB\xBF"))
        return answer(strictly(QStringDecoder(QStringConverter::Utf8, flag), view.sliced(3)),
                      u"UTF-8"_s);
    if (bytes.startsWith("\xFF\xFE"))
        return answer(strictly(QStringDecoder(QStringConverter::Utf16LE, flag), view.sliced(2)),
                      u"UTF-16LE"_s);
    if (bytes.startsWith("\xFE\xFF"))
        return answer(strictly(QStringDecoder(QStringConverter::Utf16BE, flag), view.sliced(2)),
                      u"UTF-16BE"_s);

    qsizetype even = 0; // zero bytes by position: ASCII in UTF-16 puts them all on one side
    qsizetype odd = 0;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (bytes[i] == '\0')
            ++(i % 2 == 0 ? even : odd);
    }
    if (even == 0 && odd == 0) {
        if (auto text = strictly(QStringDecoder(QStringConverter::Utf8, flag), view))
            return DecodedText{*text, u"UTF-8"_s};
        const bool binary =
            std::any_of(bytes.cbegin(), bytes.cend(), [](char c) { return c > 0 && c < 9; });
        return binary ? undecodable()
                      : answer(strictly(QStringDecoder("GB18030", flag), view), u"GB18030"_s);
    }
    if (bytes.size() % 2 == 0) {
        if (odd > 2 * even)
            return answer(strictly(QStringDecoder(QStringConverter::Utf16LE, flag), view),
                          u"UTF-16LE"_s);
        if (even > 2 * odd)
            return answer(strictly(QStringDecoder(QStringConverter::Utf16BE, flag), view),
                          u"UTF-16BE"_s);
    }
    return undecodable();
}

} // namespace checkup::office
