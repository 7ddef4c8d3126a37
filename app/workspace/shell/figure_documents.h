#pragma once

#include "app/workspace/session.h"

#include "core/project/documents.h"
#include "core/project/year_data.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTemporaryDir>

#include <memory>
#include <optional>

class QVBoxLayout;

namespace checkup::workspace {

class Jobs;

/// The documents behind a figure, as the inspector shows them: opened, attached, described, found
/// again, taken away. Every edit is a step of undo; files are read by jobs or on the file's thread.
class FigureDocuments : public QObject
{
    Q_OBJECT
public:
    /// `window` carries the questions.
    FigureDocuments(Session* session, Jobs* jobs, QWidget* window);

    /// Adds the section to a column of the inspector.
    void fill(QVBoxLayout* column, const project::FigureKey& figure);
    /// What fill() showed last; nullopt after forget(): nothing can be dropped then.
    const std::optional<project::FigureKey>& figure() const { return m_figure; }
    void forget() { m_figure.reset(); }

    /// Asks for files and attaches them to the figure.
    void chooseFiles();
    /// Attaches files; asks where a large one outside the project's folder is to be kept.
    void attachFiles(const QStringList& paths);
    /// Opens a document with the program that the desktop has for it: a read-only copy of one that
    /// is inside the project, or the file beside it. Says when it vanished or was changed.
    void open(project::AttachmentId id);

Q_SIGNALS:
    void failed(const checkup::Error& error);
    void noticed(const QString& sentence);

private:
    /// A document beside the project as it was last compared. It is read again only when its place,
    /// time or size is another.
    struct Checked
    {
        QString path;
        QDateTime modified;
        qint64 size = 0;
        project::DocumentState state = project::DocumentState::Fine;
    };
    static Checked check(const QString& projectPath, const project::Attachment& attachment,
                         const Checked& before);
    void took(const QString& digest, const Checked& checked);

    void addDocument(QVBoxLayout* column, const project::Document& document,
                     const project::Attachment& attachment);
    void checkStates(const QList<project::Attachment>& attachments);
    void read(const QStringList& paths, bool copyBeside);
    void describe(qint64 document, bool place);
    void replace(project::AttachmentId id);
    void remove(qint64 document);
    QString copyPath(const project::Attachment& attachment);

    Session* m_session;
    Jobs* m_jobs;
    QWidget* m_window;
    std::optional<project::FigureKey> m_figure;
    QHash<QString, Checked> m_states;           ///< by digest
    QHash<QString, QPointer<QWidget>> m_badges; ///< of the documents shown, by digest
    std::unique_ptr<QTemporaryDir> m_copies;
};

} // namespace checkup::workspace
