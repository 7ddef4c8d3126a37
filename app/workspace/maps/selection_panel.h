#pragma once

#include "core/base/error.h"
#include "core/draw/feature_choice.h"

#include <QMap>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace checkup::workspace {

class Jobs;
class MapLibrary;
class Session;

/// The features that are selected on the maps, layer by layer: how many, how large together on the
/// ellipsoid, their attributes; Enter or a double click goes to one; all can be written to a file.
/// Hidden while nothing is selected.
class SelectionPanel : public QWidget
{
    Q_OBJECT
public:
    SelectionPanel(Session* session, Jobs* jobs, const MapLibrary* library,
                   QWidget* parent = nullptr);

    /// Of layers by id.
    using Selection = QMap<qint64, draw::Features>;
    void setSelection(const Selection& selection);
    const Selection& selection() const { return m_selection; }
    void retranslate();
    void exportList();

Q_SIGNALS:
    void goToWanted(checkup::project::LayerId layer, std::size_t feature);
    void clearWanted();
    void failed(const checkup::Error& error);
    void noticed(const QString& sentence);

private:
    project::LayerId current() const;
    void fillLayers();
    void list();
    void show(const draw::FeatureList& list);
    void goToRow(int row);
    void exportTo(const QString& path);

    Session* m_session;
    Jobs* m_jobs;
    const MapLibrary* m_library;
    Selection m_selection;
    draw::FeatureList m_list;
    QComboBox* m_layers;
    QLabel* m_sum;
    QPushButton *m_goTo, *m_export, *m_clear;
    QTableWidget* m_table;
    quint64 m_question = 0; ///< of the last list asked for: answers to others are late
};

} // namespace checkup::workspace
