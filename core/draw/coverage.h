#pragma once

#include <QImage>
#include <QRgb>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace checkup::draw {

/// A part of a picture, of whole rows, on which one thread draws: which share of each pixel shapes
/// take, exactly (areas) or by distance (lines), and the colours laid over its rows. Coordinates
/// are pixels of the whole picture. The picture has Format_RGB32 or ARGB32_Premultiplied.
class Strip
{
public:
    /// The picture may hold only some rows of the whole one, from row `first` on.
    Strip(QImage& picture, int top, int height, int first = 0);

    int top() const { return m_top; }
    int bottom() const { return m_top + m_height; }

    /// Areas. Edges of all rings are given one after the other, closed, outer rings against holes;
    /// what they enclose is added up for each colour.
    void setColour(QRgb colour);
    void edge(double x0, double y0, double x1, double y1);
    static constexpr float unlimited = 1e30F;
    /// Lays what was enclosed since last time over the picture, and forgets it. Nothing is laid and
    /// false returned when some pixel got more than `fullest` of itself: 1 where shapes do not
    /// overlap, 2 where two lie over each other.
    bool layAreas(double opacity, float fullest = unlimited);
    /// Likewise, but where `pattern` is: one byte a pixel of the strip, 255 for all of it.
    void layAreas(const std::vector<std::uint8_t>& pattern, double opacity);

    /// Lines of one colour: what several cover counts once. Ends and bends are round.
    void line(double x0, double y0, double x1, double y1, double width);
    /// Lays the lines since last time over the picture, and forgets them.
    void layLines(QRgb colour, double opacity);

private:
    struct Cell
    {
        float red = 0, green = 0, blue = 0, share = 0;
    };
    float* inkOf(int row);
    void within(float x0, float y0, float x1, float y1);
    void blend(QRgb& pixel, const Cell& ink, float share) const;
    template <class Use>
    void takeUp(Use use);

    int m_width, m_top, m_height;
    std::vector<QRgb*> m_rows;
    std::vector<Cell> m_cells; ///< changes from a pixel to its right neighbour
    std::vector<float> m_ink;  ///< of lines; 1 for all of a pixel
    Cell m_colour;
    int m_firstRow, m_lastRow;     ///< of cells that are not empty
    int m_firstInked, m_lastInked; ///< of ink
};

} // namespace checkup::draw
