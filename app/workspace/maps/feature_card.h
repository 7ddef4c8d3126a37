#pragma once

#include "core/base/error.h"
#include "core/project/year_data.h"

#include <QWidget>

class QLabel;
class QTableWidget;

namespace checkup::workspace {

class Jobs;
class Session;

/// What was asked of the map: a feature with all its attributes and what is computed from it, or
/// what was measured. Interface thread.
class FeatureCard : public QWidget
{
    Q_OBJECT
public:
    FeatureCard(Session* session, Jobs* jobs, QWidget* parent = nullptr);

    /// A heading and a sentence below, and a table of names and values between.
    void say(const QString& title, const QString& words,
             const QList<std::pair<QString, QString>>& rows = {});
    /// Reads the feature's attributes; they follow.
    void showFeature(const project::Layer& layer, qint64 number, double squareMetres);
    void retranslate();

Q_SIGNALS:
    void failed(const checkup::Error& error);

private:
    QList<std::pair<QString, QString>> showUses(const QStringList& quantities,
                                                const QStringList& indicators);
    void setRows(const QList<std::pair<QString, QString>>& rows);

    Session* m_session;
    Jobs* m_jobs;
    QLabel *m_title, *m_words;
    QTableWidget* m_table;
    quint64 m_question = 0; ///< of the last feature: answers to others are late
};

} // namespace checkup::workspace
