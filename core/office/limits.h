#pragma once

#include <QtGlobal>

namespace checkup::office {

/// What an archive or workbook may unpack to before it is refused as a bomb (ErrorCode::TooLarge).
struct Limits
{
    qint64 unpackedBytes = qint64(1) << 30; ///< all entries together
    qint64 entryBytes = qint64(512) << 20;
    double ratio = 400; ///< unpacked to packed, for entries above 10 MiB
    int entries = 20000;
    qint64 cells = 20'000'000;
};

} // namespace checkup::office
