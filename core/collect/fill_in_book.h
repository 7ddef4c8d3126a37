#pragma once

#include "core/collect/fill_in_layout.h"
#include "core/collect/fill_in_workbook.h"
#include "core/collect/layers_asked.h"
#include "core/collect/subjects.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <xlsxwriter.h>

namespace checkup::collect {

/// How many lines a text takes in a column of `width` (characters of a Latin font; CJK take two).
int lineCount(const QString& text, double width);

/// The words of a drop-down.
template <size_t N>
QStringList listed(const QStringView (&words)[N])
{
    QStringList list;
    for (const QStringView word : words)
        list.append(word.toString());
    return list;
}

/// One department's workbook while it is being written: what it is written from, its formats and
/// the pieces that its sheets are made of. What is on it is for the departments of a Chinese city
/// and is read back by the words of fill_in_layout.h, so its text is not translated.
class FillInBook
{
public:
    /// Looks of cells. Inputs are unlocked and have the colour that says "fill in here".
    struct Formats
    {
        lxw_format *title, *sheetTitle, *small, *section, *paragraph;
        lxw_format *header, *label, *left, *centre, *reference;
        lxw_format *inputNumber, *inputText, *inputCentre, *inputTop;
    };
    /// A column of a table: the hidden name (empty: none), what its header says, and its width.
    struct Column
    {
        QString key, header;
        double width = 10;
    };
    /// A drop-down for a range of cells; `words` is a list in the layout.
    struct Choice
    {
        QStringList words;
        QString title, hint, error;
        bool strict = true; ///< other words are refused, not only warned about
    };

    FillInBook(const project::YearData& data, const DepartmentTask& task,
               const QList<LayerAsked>& layers, const FilledIn* filled);

    /// `scratch` is a folder for the writer's temporary files.
    lxw_error write(const QByteArray& path, const QByteArray& scratch);

    const project::YearData& data() const { return m_data; }
    const DepartmentTask& task() const { return m_task; }
    const QList<LayerAsked>& layers() const { return m_layers; }
    const FilledIn* filled() const { return m_filled; } ///< nullptr: to be sent out
    const Subjects& subjects() const { return m_subjects; }
    const Formats& formats() const { return m_formats; }
    /// Quantities that an indicator's formula reads; names of indicators that read a quantity.
    QStringList inputsOf(const QString& indicator) const { return m_inputs.value(indicator); }
    QStringList usersOf(const QString& quantity) const { return m_users.value(quantity); }
    /// The departments that help with a subject.
    QStringList supporting(const QString& subject) const { return m_supporting.value(subject); }
    /// "厦门市2022年度国土空间规划城市体检评估数据填报表"
    QString title() const;
    QString identityText() const;

    lxw_worksheet* addSheet(QStringView name);
    /// A blank cell with its format when the text is empty.
    void text(lxw_worksheet* on, int row, int column, const QString& what, lxw_format* how);
    void number(lxw_worksheet* on, int row, int column, double what, lxw_format* how);
    void merged(lxw_worksheet* on, int row, int first, int last, const QString& what,
                lxw_format* how);
    /// Hidden row of column names with the identity, the sheet's title, a line below it and the
    /// header; the table's first row is firstRow, its first column 1, hidden keys stand in
    /// column 0.
    void beginTable(lxw_worksheet* on, const QList<Column>& columns, const QString& part,
                    const QString& remark, double remarkHeight = 18);
    static constexpr int headerRow = 3;
    static constexpr int firstRow = headerRow + 1;
    /// Freezes, print area and protection. `lastRow` is the last that was written.
    void endTable(lxw_worksheet* on, int lastRow, int lastColumn, int frozenColumns = 0,
                  int paper = a4);
    static constexpr int a4 = 9, a3 = 8; ///< paper sizes as spreadsheets number them
    void choose(lxw_worksheet* on, int top, int bottom, int column, const Choice& choice);
    /// Warns about what is not within the bounds.
    void checkNumber(lxw_worksheet* on, int top, int left, int bottom, int right, double least,
                     double most, const QString& title, const QString& hint, const QString& error);
    void finishSheet(lxw_worksheet* on, bool landscape, int paper = a4);

private:
    lxw_format* format(const char* font, double size);
    lxw_format* boxed(const char* font, uint8_t align);
    lxw_format* input(uint8_t align);
    void makeFormats();
    void writeKeys(lxw_worksheet* on);

    const project::YearData& m_data;
    const DepartmentTask& m_task;
    const QList<LayerAsked>& m_layers;
    const FilledIn* m_filled;
    Subjects m_subjects;
    QHash<QString, QStringList> m_inputs, m_users, m_supporting;
    lxw_workbook* m_book = nullptr;
    Formats m_formats{};
};

/// The sheets, one file each (fill_in_cover.cpp...). A sheet of districts or layers is only added
/// where something is asked.
void writeCoverSheet(FillInBook& book, lxw_worksheet* on, const QStringList& sheets);
QList<const project::Region*> districtsOf(const project::YearData& data);
/// Subjects that districts are asked for too.
QStringList askedByDistrict(const FillInBook& book);
void writeFigureSheet(FillInBook& book, lxw_worksheet* on, const QStringList& subjects,
                      const QList<const project::Region*>& regions, bool byDistrict);
void writeTextSheet(FillInBook& book, lxw_worksheet* on);
void writeKeyTaskSheet(FillInBook& book, lxw_worksheet* on);
void writeLayerSheet(FillInBook& book, lxw_worksheet* on);
void writeContactSheet(FillInBook& book, lxw_worksheet* on);

} // namespace checkup::collect
