#pragma once

#include <QFont>
#include <QList>
#include <QString>
#include <QTextLayout>

namespace checkup::report {

/// The faces of Chinese official documents. What a machine lacks is taken from the nearest it has:
/// names of Windows and UOS first, then the free fonts of Debian.
enum class Face {
    FangSong, ///< 仿宋, body
    Hei,      ///< 黑体, first-level headings, captions; also stands in for bold 仿宋
    Kai,      ///< 楷体, second-level headings
    Title,    ///< 小标宋, the title on the cover
};

/// Families to try for a face's Chinese text, those present on this machine only; never empty.
QStringList familiesOf(Face face);

/// Splits text between the face's Chinese font and its Latin one (digits and Latin letters of 仿宋
/// and 楷体 are set in Times or its double), and gives the formats for a text layout.
/// `pixelSize` is the size in the layout's unit. Shaping is switched off: with it the digits after
/// a capital letter are lost when text is copied from the PDF.
void appendFormats(QList<QTextLayout::FormatRange>& formats, QStringView text, int start, Face face,
                   int pixelSize, const QString& colour);

/// The face's Chinese font.
QFont fontOf(Face face, int pixelSize);

} // namespace checkup::report
