#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace checkup::office {

struct DecodedText
{
    QString text;
    QString encoding; ///< "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"
};

/// Text of unknown Chinese encoding: a byte order mark decides, then strict UTF-8, then UTF-16 by
/// its zero bytes, then GB18030 (which holds GBK and GB2312). ErrorCode::Unsupported when nothing
/// fits.
Result<DecodedText> decodeText(const QByteArray& bytes);

} // namespace checkup::office
