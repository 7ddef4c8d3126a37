#include "core/draw/png_writer.h"

#include <QCoreApplication>

#include <cmath>
#include <csetjmp>
#include <utility>

#include <png.h>

namespace checkup::draw {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Draw)
};

Error refused(ErrorCode code)
{
    return Error(code, Text::tr("图纸不能保存为 PNG 图片：图幅或分辨率太大，或内存不够；请减小图幅"
                                "或分辨率。"));
}

void append(png_structp png, png_bytep bytes, png_size_t count)
{
    static_cast<QByteArray*>(png_get_io_ptr(png))
        ->append(reinterpret_cast<const char*>(bytes), static_cast<qsizetype>(count));
}

void keepStill(png_structp, png_const_charp) {}

} // namespace

struct PngWriter::State
{
    QByteArray bytes;
    png_structp png = nullptr;
    png_infop info = nullptr;

    ~State() { png_destroy_write_struct(&png, &info); }

    // libpng reports errors by a jump: what is called between has no destructors to run.
    bool begin(QSize size, int dotsPerInch)
    {
        png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, keepStill);
        info = png ? png_create_info_struct(png) : nullptr;
        if (!info || setjmp(png_jmpbuf(png)))
            return false;
        png_set_write_fn(png, &bytes, append, nullptr);
        png_set_IHDR(png, info, static_cast<png_uint_32>(size.width()),
                     static_cast<png_uint_32>(size.height()), 8, PNG_COLOR_TYPE_RGB,
                     PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
        const auto perMetre = static_cast<png_uint_32>(std::lround(dotsPerInch / 0.0254));
        png_set_pHYs(png, info, perMetre, perMetre, PNG_RESOLUTION_METER);
        // Maps are even areas: the row above says most, at a small part of the time that trying all
        // filters takes.
        png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_UP);
        png_set_compression_level(png, 5);
        png_write_info(png, info);
        if constexpr (Q_BYTE_ORDER == Q_LITTLE_ENDIAN) {
            png_set_bgr(png);
            png_set_filler(png, 0, PNG_FILLER_AFTER);
        } else {
            png_set_filler(png, 0, PNG_FILLER_BEFORE);
        }
        return true;
    }

    bool write(const uchar* first, qsizetype rowBytes, int count)
    {
        if (setjmp(png_jmpbuf(png)))
            return false;
        for (int row = 0; row < count; ++row)
            png_write_row(png, first + row * rowBytes);
        return true;
    }

    bool end()
    {
        if (setjmp(png_jmpbuf(png)))
            return false;
        png_write_end(png, info);
        return true;
    }
};

PngWriter::PngWriter(std::unique_ptr<State> state)
    : m_state(std::move(state))
{}
PngWriter::PngWriter(PngWriter&&) noexcept = default;
PngWriter& PngWriter::operator=(PngWriter&&) noexcept = default;
PngWriter::~PngWriter() = default;

Result<PngWriter> PngWriter::start(QSize size, int dotsPerInch)
{
    auto state = std::make_unique<State>();
    if (!state->begin(size, dotsPerInch))
        return refused(ErrorCode::TooLarge);
    return PngWriter(std::move(state));
}

Result<void> PngWriter::add(const QImage& picture, int count)
{
    if (!m_state->write(picture.constScanLine(0), picture.bytesPerLine(), count))
        return refused(ErrorCode::Io);
    return {};
}

Result<QByteArray> PngWriter::finish()
{
    if (!m_state->end())
        return refused(ErrorCode::Io);
    return std::move(m_state->bytes);
}

} // namespace checkup::draw
