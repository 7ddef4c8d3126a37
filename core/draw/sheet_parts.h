#pragma once

#include "core/draw/sheet_pen.h"

#include <QImage>

namespace checkup::draw {

struct FigureTable;
struct OfficeFrame;

/// The smaller parts of a sheet, each filling an area in mm; all shrink to what they are given.

/// "主要指标" and its table; `type` 0: as usual. Gives what it says, "耕地面积 15226.40".
double figuresHeight(const SheetPen& pen, const FigureTable& table, double width, double type);
QStringList paintFigures(const SheetPen& pen, const QRectF& area, const FigureTable& table,
                         double type);

double notesHeight(const SheetPen& pen, const QStringList& notes, double width, double type);
void paintNotes(const SheetPen& pen, const QRectF& area, const QStringList& notes, double type);

/// Words in as many lines as have room, from the top; smaller where they are too many.
void paintParagraph(const SheetPen& pen, const QRectF& area, const QString& words, double type,
                    Qt::Alignment alignment = Qt::AlignLeft, bool halo = false);

void paintScale(const SheetPen& pen, const QRectF& area, double denominator);
void paintNorth(const SheetPen& pen, const QRectF& area);

/// The office's title block.
struct TitleBlock
{
    QString name, maker, checker, approver, date, number;
    QImage logo;
};
void paintBlock(const SheetPen& pen, const QRectF& area, const TitleBlock& block);

} // namespace checkup::draw
