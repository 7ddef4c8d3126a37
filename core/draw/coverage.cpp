#include "core/draw/coverage.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace checkup::draw {

namespace {

/// Shares below half a step of a byte are rounding.
constexpr float nothing = 0.5F / 255;
/// Pixels that the processor takes at once.
constexpr int together = 4;
typedef float Several __attribute__((vector_size(together * sizeof(float))));
typedef std::int32_t SeveralInts __attribute__((vector_size(together * sizeof(float))));

/// Whether all bits of a cell of four numbers are zero.
bool isNothing(const void* cell)
{
    std::uint64_t halves[2];
    std::memcpy(halves, cell, sizeof halves);
    return (halves[0] | halves[1]) == 0;
}

} // namespace

Strip::Strip(QImage& picture, int top, int height, int first)
    : m_width(picture.width())
    , m_top(top)
    , m_height(height)
    , m_cells(static_cast<std::size_t>(m_width + 2) * static_cast<std::size_t>(height))
    , m_ink(static_cast<std::size_t>(m_width + together) * static_cast<std::size_t>(height))
    , m_firstRow(height)
    , m_lastRow(-1)
    , m_firstInked(height)
    , m_lastInked(-1)
{
    // bits() would copy a shared picture; the caller owns it alone.
    uchar* const bits = picture.bits();
    for (int row = 0; row < height; ++row)
        m_rows.push_back(
            reinterpret_cast<QRgb*>(bits + (top - first + row) * picture.bytesPerLine()));
}

void Strip::setColour(QRgb colour)
{
    m_colour = {static_cast<float>(qRed(colour)) / 255, static_cast<float>(qGreen(colour)) / 255,
                static_cast<float>(qBlue(colour)) / 255, 1};
}

void Strip::edge(double x0, double y0, double x1, double y1)
{
    y0 -= m_top;
    y1 -= m_top;
    const double height = m_height;
    if ((y0 <= 0 && y1 <= 0) || (y0 >= height && y1 >= height) || y0 == y1)
        return;
    const auto clip = [&](double at, double& x, double& y) {
        x += (x1 - x0) * ((at - y) / (y1 - y0));
        y = at;
    };
    double xa = x0;
    double ya = y0;
    double xb = x1;
    double yb = y1;
    if (ya < 0 || ya > height)
        clip(ya < 0 ? 0 : height, xa, ya);
    if (yb < 0 || yb > height)
        clip(yb < 0 ? 0 : height, xb, yb);
    // What lies left of the picture is on the left edge for all that is right of it; what lies
    // right of it has no effect.
    const double right = m_width;
    const auto part = [&](double x2, double y2, double x3, double y3) {
        if (x2 >= right && x3 >= right)
            return;
        within(static_cast<float>(std::clamp(x2, 0.0, right)), static_cast<float>(y2),
               static_cast<float>(std::clamp(x3, 0.0, right)), static_cast<float>(y3));
    };
    if (xa >= 0 && xb >= 0 && xa <= right && xb <= right)
        return part(xa, ya, xb, yb);
    double cuts[4] = {0, 1, 1, 1};
    int count = 1;
    for (const double at : {xa < xb ? 0 : right, xa < xb ? right : 0}) {
        if ((xa < at) != (xb < at) && xa != xb)
            cuts[count++] = (at - xa) / (xb - xa);
    }
    cuts[count] = 1;
    for (int i = 0; i < count; ++i)
        part(xa + (xb - xa) * cuts[i], ya + (yb - ya) * cuts[i], xa + (xb - xa) * cuts[i + 1],
             ya + (yb - ya) * cuts[i + 1]);
}

/// An edge inside the strip. Each row that it passes gives the pixels right of it their share of
/// its height; the pixels that it passes through, what is right of it in them.
void Strip::within(float x0, float y0, float x1, float y1)
{
    if (y0 == y1)
        return;
    const float direction = y0 < y1 ? 1.0F : -1.0F;
    if (y0 > y1) {
        std::swap(x0, x1);
        std::swap(y0, y1);
    }
    const float slope = (x1 - x0) / (y1 - y0);
    const int firstRow = static_cast<int>(y0);
    const int lastRow = std::min(m_height, static_cast<int>(std::ceil(y1))) - 1;
    m_firstRow = std::min(m_firstRow, firstRow);
    m_lastRow = std::max(m_lastRow, lastRow);
    const float width = static_cast<float>(m_width);
    float x = x0;
    for (int row = firstRow; row <= lastRow; ++row) {
        const float above = std::max(static_cast<float>(row), y0);
        const float below = std::min(static_cast<float>(row + 1), y1);
        const float next =
            std::clamp(row == lastRow ? x1 : x + slope * (below - above), 0.0F, width);
        const float height = direction * (below - above);
        const float left = std::min(x, next);
        const float rightmost = std::max(x, next);
        x = next;
        Cell* const cells =
            &m_cells[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_width + 2)];
        const auto give = [&](int column, float share) {
            Cell& cell = cells[column];
            cell.red += m_colour.red * share;
            cell.green += m_colour.green * share;
            cell.blue += m_colour.blue * share;
            cell.share += share;
        };
        const int first = static_cast<int>(left);
        const int last = static_cast<int>(std::ceil(rightmost));
        if (last <= first + 1) {
            const float middle = 0.5F * (left + rightmost) - static_cast<float>(first);
            give(first, height - height * middle);
            give(first + 1, height * middle);
            continue;
        }
        const float steep = 1 / (rightmost - left);
        const float in = static_cast<float>(first + 1) - left;
        const float out = rightmost - static_cast<float>(last - 1);
        const float begin = 0.5F * steep * in * in;
        const float end = 0.5F * steep * out * out;
        give(first, height * begin);
        if (last == first + 2) {
            give(first + 1, height * (1 - begin - end));
        } else {
            const float second = steep * (in + 0.5F);
            give(first + 1, height * (second - begin));
            for (int column = first + 2; column < last - 1; ++column)
                give(column, height * steep);
            const float before = second + static_cast<float>(last - first - 3) * steep;
            give(last - 1, height * (1 - before - end));
        }
        give(last, height * end);
    }
}

/// Calls `use` for each pixel in which there is something, and whether that is what is in its left
/// neighbour; forgets it all.
template <class Use>
void Strip::takeUp(Use use)
{
    for (int row = m_firstRow; row <= m_lastRow; ++row) {
        Cell* const cells =
            &m_cells[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_width + 2)];
        Cell sum;
        for (int column = 0; column < m_width; ++column) {
            Cell& cell = cells[column];
            // The inside of a shape: most pixels of a large scale.
            const bool isSame = isNothing(&cell);
            if (!isSame) {
                sum.red += cell.red;
                sum.green += cell.green;
                sum.blue += cell.blue;
                sum.share += cell.share;
                cell = Cell();
            }
            if (sum.share >= nothing)
                use(row, column, sum, isSame && column > 0);
        }
        cells[m_width] = cells[m_width + 1] = Cell();
    }
    m_firstRow = m_height;
    m_lastRow = -1;
}

void Strip::blend(QRgb& pixel, const Cell& ink, float share) const
{
    const QRgb below = pixel;
    const float rest = 1 - share;
    const Several under{static_cast<float>(qRed(below)), static_cast<float>(qGreen(below)),
                        static_cast<float>(qBlue(below)), static_cast<float>(qAlpha(below))};
    const Several over{ink.red, ink.green, ink.blue, 1};
    const Several mixed = over * (share * 255) + under * rest + 0.5F;
    const auto bytes = __builtin_convertvector(mixed, SeveralInts);
    pixel = qRgba(bytes[0], bytes[1], bytes[2], bytes[3]);
}

bool Strip::layAreas(double opacity, float fullest)
{
    // Rows are put back when it turns out that shapes lie over each other.
    std::vector<QRgb> before;
    const auto width = static_cast<std::ptrdiff_t>(m_width);
    const int firstRow = m_firstRow;
    float most = 0;
    for (int row = firstRow; row <= m_lastRow && fullest < unlimited; ++row)
        before.insert(before.end(), m_rows[static_cast<std::size_t>(row)],
                      m_rows[static_cast<std::size_t>(row)] + width);
    const int lastRow = m_lastRow;
    QRgb below = 0;
    QRgb mixed = 0;
    takeUp([&](int row, int column, const Cell& sum, bool isSame) {
        QRgb& pixel = m_rows[static_cast<std::size_t>(row)][column];
        if (isSame && pixel == below) {
            pixel = mixed;
            return;
        }
        below = pixel;
        most = std::max(most, sum.share);
        const float whole = 1 / sum.share;
        const Cell ink{sum.red * whole, sum.green * whole, sum.blue * whole, 1};
        blend(pixel, ink, std::min(1.0F, sum.share) * static_cast<float>(opacity));
        mixed = pixel;
    });
    if (most > fullest) {
        for (int row = firstRow; row <= lastRow; ++row)
            std::copy_n(before.begin() + (row - firstRow) * width, width,
                        m_rows[static_cast<std::size_t>(row)]);
    }
    return most <= fullest;
}

void Strip::layAreas(const std::vector<std::uint8_t>& pattern, double opacity)
{
    takeUp([&](int row, int column, const Cell& sum, bool) {
        const std::uint8_t there =
            pattern[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_width) +
                    static_cast<std::size_t>(column)];
        if (there == 0)
            return;
        blend(m_rows[static_cast<std::size_t>(row)][column], m_colour,
              std::min(1.0F, sum.share) * static_cast<float>(opacity) * static_cast<float>(there) /
                  255);
    });
}

float* Strip::inkOf(int row)
{
    return &m_ink[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_width + together)];
}

void Strip::line(double x0, double y0, double x1, double y1, double width)
{
    y0 -= m_top;
    y1 -= m_top;
    // A line thinner than a pixel is as wide as one and paler.
    const double half = std::max(width, 1.0) / 2;
    const auto most = static_cast<float>(std::min(width, 1.0));
    const double reach = half + 0.5;
    if (std::max(y0, y1) + reach <= 0 || std::min(y0, y1) - reach >= m_height ||
        std::max(x0, x1) + reach <= 0 || std::min(x0, x1) - reach >= m_width)
        return;
    const double dx = x1 - x0;
    const double dy = y1 - y0;
    const double length2 = dx * dx + dy * dy;
    const double length = std::sqrt(length2);
    const int firstRow = static_cast<int>(std::max(0.0, std::min(y0, y1) - reach));
    const int lastRow = static_cast<int>(std::min(m_height - 1.0, std::max(y0, y1) + reach));
    m_firstInked = std::min(m_firstInked, firstRow);
    m_lastInked = std::max(m_lastInked, lastRow);
    const float perLength2 = length2 > 0 ? static_cast<float>(1 / length2) : 0;
    const auto fdx = static_cast<float>(dx);
    const auto fdy = static_cast<float>(dy);
    const auto outer = static_cast<float>(reach);
    const int west = static_cast<int>(std::max(0.0, std::min(x0, x1) - reach));
    const int east = static_cast<int>(std::min(m_width - 1.0, std::max(x0, x1) + reach));
    const bool isShort = east - west < 2 * together || std::abs(dy) < 1e-9;
    for (int row = firstRow; row <= lastRow; ++row) {
        const double y = row + 0.5;
        int firstColumn = west;
        int lastColumn = east;
        if (!isShort) {
            // Where the row meets the band of that breadth around the line's whole length.
            const double at = x0 + (y - y0) * dx / dy;
            const double breadth = (reach + 0.5) * length / std::abs(dy);
            firstColumn = std::max(west, static_cast<int>(std::max(0.0, at - breadth)));
            lastColumn = std::min(east, static_cast<int>(std::min(double(east), at + breadth)));
        }
        float* const ink = inkOf(row);
        const float py = static_cast<float>(y - y0);
        // Several pixels at once, those beyond the last among them: they are not near either.
        for (int column = firstColumn; column <= lastColumn; column += together) {
            const float px = static_cast<float>(column + 0.5 - x0);
            const Several ex = Several{px, px + 1, px + 2, px + 3};
            const Several zero{};
            const Several one = zero + 1.0F;
            Several along = (ex * fdx + py * fdy) * perLength2;
            along = along > zero ? along : zero;
            along = along < one ? along : one;
            const Several awayX = ex - along * fdx;
            const Several awayY = py - along * fdy;
            Several away = awayX * awayX + awayY * awayY;
            for (int i = 0; i < together; ++i)
                away[i] = std::sqrt(away[i]);
            Several share = outer - away;
            share = (share < one ? share : one) * most;
            Several there;
            std::memcpy(&there, ink + column, sizeof there);
            there = share > there ? share : there;
            std::memcpy(ink + column, &there, sizeof there);
        }
    }
}

void Strip::layLines(QRgb colour, double opacity)
{
    setColour(colour);
    for (int row = m_firstInked; row <= m_lastInked; ++row) {
        float* const ink = inkOf(row);
        QRgb* const pixels = m_rows[static_cast<std::size_t>(row)];
        for (int column = 0; column < m_width; ++column) {
            if (ink[column] > 0)
                blend(pixels[column], m_colour, static_cast<float>(opacity) * ink[column]);
        }
        std::fill(ink, ink + m_width + together, 0.0F);
    }
    m_firstInked = m_height;
    m_lastInked = -1;
}

} // namespace checkup::draw
