#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QImage>
#include <QSize>

#include <memory>

namespace checkup::draw {

/// A png made row by row (libpng), so that no picture of a whole A0 sheet is ever in memory. For
/// one thread. Same rows, same bytes.
class PngWriter
{
public:
    /// Pixels; opaque. Errors: TooLarge where libpng takes no such size.
    static Result<PngWriter> start(QSize size, int dotsPerInch);
    PngWriter(PngWriter&&) noexcept;
    PngWriter& operator=(PngWriter&&) noexcept;
    ~PngWriter();

    /// The next rows: the first `count` of a picture of Format_RGB32 that is as wide. Io when
    /// libpng refuses.
    Result<void> add(const QImage& picture, int count);
    /// The file, when all rows are in. Io likewise.
    Result<QByteArray> finish();

private:
    struct State;
    explicit PngWriter(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace checkup::draw
