#pragma once

#include <QDate>
#include <QList>
#include <QString>
#include <QWidget>

namespace checkup::workspace {

/// A row of the plan: a stage of the year, or a department's time from sending to its deadline.
struct PlanRow
{
    QString name;
    QString note; ///< said in the tooltip
    bool isStage = false;
    int stage = -1; ///< index of the stage
    QDate from, to; ///< both days included; a department without deadline has none
    QDate done;     ///< a department's first return
    bool late = false;
};

/// The plan as a Gantt chart: stages above, departments below, months across, a line for today and
/// one for the day on which lateness is judged, when that is another.
/// Rows are chosen with the arrow keys or the mouse; Enter or a double click opens one.
class PlanChart : public QWidget
{
    Q_OBJECT
public:
    explicit PlanChart(QWidget* parent = nullptr);

    void setRows(const QList<PlanRow>& rows, const QDate& today, const QDate& judged);
    const QList<PlanRow>& rows() const { return m_rows; }
    int currentRow() const { return m_current; }
    void setCurrentRow(int row);
    /// What a row says, in a sentence.
    QString sentence(int row) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void currentRowChanged(int row);
    void rowActivated(int row);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    int rowHeight() const;
    int headerHeight() const;
    int nameWidth() const;
    int rowAt(int y) const; ///< -1: none
    QRect rowArea(int row) const;
    double xOf(const QDate& day) const;
    void paintDay(QPainter& painter, const QDate& day, const QString& word, bool isToday) const;

    QList<PlanRow> m_rows;
    QDate m_today, m_judged, m_first, m_last; ///< whole months
    int m_current = -1;
};

} // namespace checkup::workspace
