#pragma once

#include "core/draw/map_sheet.h"
#include "core/draw/sheet_layers.h"

namespace checkup::draw {

/// How a set is drawn, where it is not the templates' to say.
struct SheetSetOptions
{
    int year = 0; ///< 0: the status year
    QString reviewNumber;
    QString secrecy;                  ///< in place of the templates'
    QFont font;                       ///< with Chinese letters
    QString paper;                    ///< "A4" to "A0", in place of the templates'; empty: theirs
    std::optional<bool> upright = {}; ///< likewise
    std::optional<OfficeFrame> frame = {};
};

/// The drawings that a project can have. For one thread.
class SheetSet
{
public:
    /// `data` must outlive it.
    SheetSet(QString projectPath, const project::YearData& data, QList<SheetTemplate> sheets,
             SheetSetOptions options, CancelToken cancel = {});

    const QList<SheetTemplate>& sheets() const { return m_sheets; }
    int year() const { return m_year; }
    /// "厦门市2022年国土利用现状图", "厦门市思明区2022年…" of a district.
    QString titleOf(const SheetTemplate& sheet, const project::Region* district = nullptr) const;
    /// What keeps a sheet from being drawn, a few words each; nothing when it can be. Layers that
    /// it can do without are not named.
    QStringList lacking(const SheetTemplate& sheet) const;
    /// Districts that have a shape in layer XZQ, in the project's order.
    Result<QList<project::Region>> districts();

    /// A sheet, of the city or of a district, ready to be painted by any thread. Errors: NotFound,
    /// with what it lacks; those of SheetLayers.
    Result<MapSheet> make(const SheetTemplate& sheet, const project::Region* district = nullptr);
    /// Gives a sheet that make() made all that does not come from layers: title, paper, elements,
    /// figures, charts, notes, frame. For a template with the same layers, number of
    /// maps and inset.
    void dress(const SheetTemplate& sheet, const project::Region* district, MapSheet& made);
    /// Lets go of layers that none of these sheets needs; a sheet that was made keeps its own.
    void keepFor(const QList<SheetTemplate>& sheets);

private:
    struct Printed
    {
        QString name, unit;
        int decimals = 2;
    };
    /// Nothing where the project's system does not ask for it.
    std::optional<Printed> printedAs(const QString& subject, project::RegionId region);
    FigureTable figuresOf(const SheetTemplate& sheet, project::RegionId region);
    ChartFigure chartOf(const SheetChart& chart, const project::Region& region);
    QList<project::Region> shownIn(const SheetChart& chart) const; ///< districts
    std::optional<double> numberOf(const QString& subject, const QString& unit,
                                   project::RegionId region, int year);
    QString filled(QString words, const project::Region* district) const;
    Result<void> focusOn(const project::Region& district, MapSheet& sheet);
    Result<void> addInset(const project::Region* district, MapSheet& sheet);

    const project::YearData& m_data;
    QList<SheetTemplate> m_sheets;
    SheetSetOptions m_options;
    int m_year;
    mutable assess::Resolver m_figures;
    SheetLayers m_layers;
};

} // namespace checkup::draw
