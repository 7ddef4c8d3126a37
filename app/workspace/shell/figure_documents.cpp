#include "app/workspace/shell/figure_documents.h"

#include "app/workspace/dialogs.h"
#include "app/workspace/jobs.h"
#include "app/workspace/session.h"
#include "app/workspace/widgets/badge.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/icons.h"
#include "app/workspace/widgets/link_button.h"

#include "core/base/file_tools.h"
#include "core/collect/attachments.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSet>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using project::DocumentState;

namespace {

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

bool isTooLarge(const QString& path)
{
    return QFileInfo(path).size() > project::Attachment::insideLimit;
}

void showState(Badge* badge, DocumentState state)
{
    badge->setText(project::label(state), u"!"_s);
    badge->setRoles(Theme::Role::Danger, Theme::Role::DangerSoft);
    badge->setVisible(state != DocumentState::Fine);
}

} // namespace

FigureDocuments::FigureDocuments(Session* session, Jobs* jobs, QWidget* window)
    : QObject(window)
    , m_session(session)
    , m_jobs(jobs)
    , m_window(window)
{
    connect(session, &Session::closed, this, [this] {
        m_states.clear();
        m_copies.reset();
    });
}

void FigureDocuments::fill(QVBoxLayout* column, const project::FigureKey& figure)
{
    m_figure = figure;
    m_badges.clear();
    const project::YearDataPtr held = m_session->data();
    const QList<const project::Document*> documents = held->documentsOf(figure);
    column->addSpacing(10);
    column->addWidget(makeLine());
    column->addWidget(makeLabel(
        documents.isEmpty() ? tr("佐证材料")
                            : tr("佐证材料（%n 份）", nullptr, static_cast<int>(documents.size())),
        "dim", 1, true));
    QList<project::Attachment> shown;
    for (const project::Document* document : documents) {
        const project::Attachment* attachment = held->attachment(document->attachment);
        if (!attachment)
            continue;
        addDocument(column, *document, *attachment);
        shown << *attachment;
    }
    if (!m_session->isReadOnly()) {
        if (documents.isEmpty())
            column->addWidget(makeLabel(
                tr("还没有材料。附上批复、年鉴页或扫描件，也可以把文件拖到这里。"), "dim"));
        auto* line = new QHBoxLayout;
        auto* add = new QPushButton(tr("附加材料…"));
        add->setObjectName(u"attachButton"_s);
        setKind(add, "small");
        connect(add, &QPushButton::clicked, this, &FigureDocuments::chooseFiles);
        line->addWidget(add);
        line->addStretch();
        column->addLayout(line);
    } else if (documents.isEmpty()) {
        column->addWidget(makeLabel(tr("没有材料。"), "dim"));
    }
    checkStates(shown);
}

void FigureDocuments::addDocument(QVBoxLayout* column, const project::Document& document,
                                  const project::Attachment& attachment)
{
    auto* line = new QHBoxLayout;
    line->setSpacing(6);
    auto* name = new LinkButton(attachment.name);
    name->setObjectName(u"documentLink"_s);
    name->setAccessibleName(tr("打开 %1").arg(attachment.name));
    const project::AttachmentId id = attachment.id;
    connect(name, &QPushButton::clicked, this, [this, id] { open(id); });
    line->addWidget(name, 1);
    auto* badge = new Badge;
    badge->setObjectName(u"documentState"_s);
    showState(badge, m_states.value(attachment.sha256).state);
    m_badges.insert(attachment.sha256, badge);
    line->addWidget(badge, 0, Qt::AlignVCenter);
    if (!m_session->isReadOnly()) {
        auto* more = new QToolButton;
        more->setObjectName(u"documentMenu"_s);
        more->setIcon(icon(u"edit"_s));
        more->setAutoRaise(true);
        more->setPopupMode(QToolButton::InstantPopup);
        more->setToolTip(tr("注明位置、备注，重新指定或移除"));
        more->setAccessibleName(tr("%1 的更多操作").arg(attachment.name));
        auto* menu = new QMenu(more);
        const qint64 link = document.id;
        const auto action = [&](const QString& actionId, const QString& text, auto what) {
            QAction* made = menu->addAction(text);
            made->setObjectName(actionId);
            connect(made, &QAction::triggered, this, what);
        };
        action(u"documentPlace"_s, tr("页码或单元格…"), [this, link] { describe(link, true); });
        action(u"documentNote"_s, tr("备注…"), [this, link] { describe(link, false); });
        action(u"documentReplace"_s, tr("重新指定…"), [this, id] { replace(id); });
        action(u"documentRemove"_s, tr("从这个数值移除"), [this, link] { remove(link); });
        more->setMenu(menu);
        line->addWidget(more);
    }
    column->addLayout(line);
    const project::Source* source = m_session->data()->source(document.source);
    QStringList facts{
        document.place,
        source ? tr("支持%1的数").arg(source->name) : QString(),
        attachment.isInside() ? tr("存于项目内") : attachment.path,
        sizeText(attachment.size),
        tr("散列 %1…").arg(attachment.sha256.left(8)),
        attachment.person,
        attachment.addedAt.isValid()
            ? QLocale().toString(attachment.addedAt.toLocalTime(), QLocale::ShortFormat)
            : QString()};
    facts.removeAll(QString());
    column->addWidget(makeLabel(facts.join(u" · "_s), "faint", 1, false, true));
    QStringList notes{document.note, attachment.note};
    notes.removeAll(QString());
    if (!notes.isEmpty())
        column->addWidget(makeLabel(notes.join(u'\n'), "dim", 1, false, true));
}

void FigureDocuments::checkStates(const QList<project::Attachment>& attachments)
{
    const bool anyBeside =
        std::any_of(attachments.cbegin(), attachments.cend(),
                    [](const project::Attachment& attachment) { return !attachment.isInside(); });
    if (!anyBeside)
        return;
    auto states = std::make_shared<QHash<QString, Checked>>();
    m_session->withFile(
        this,
        [attachments, states, before = m_states](project::ProjectFile& file) {
            for (const project::Attachment& attachment : attachments) {
                if (!attachment.isInside())
                    states->insert(attachment.sha256,
                                   check(file.path(), attachment, before.value(attachment.sha256)));
            }
        },
        [this, states] {
            for (auto state = states->cbegin(); state != states->cend(); ++state)
                took(state.key(), state.value());
        });
}

FigureDocuments::Checked FigureDocuments::check(const QString& projectPath,
                                                const project::Attachment& attachment,
                                                const Checked& before)
{
    Checked now;
    now.path = project::documentPath(projectPath, attachment);
    const QFileInfo file(now.path);
    now.modified = file.lastModified();
    now.size = file.size();
    if (file.exists() && now.path == before.path && now.modified == before.modified &&
        now.size == before.size) {
        now.state = before.state;
        return now;
    }
    const auto state = project::checkReferenced(projectPath, attachment);
    now.state = state ? *state : DocumentState::Vanished;
    return now;
}

void FigureDocuments::took(const QString& digest, const Checked& checked)
{
    m_states.insert(digest, checked);
    if (auto* badge = qobject_cast<Badge*>(m_badges.value(digest).data()))
        showState(badge, checked.state);
}

void FigureDocuments::chooseFiles()
{
    dialogs::openFiles(
        m_window,
        {.title = tr("附加佐证材料"), .filter = tr("所有文件 (*)"), .suggested = {}, .suffix = {}},
        [this](const QStringList& paths) { attachFiles(paths); });
}

void FigureDocuments::attachFiles(const QStringList& paths)
{
    if (!m_figure || m_session->isReadOnly() || paths.isEmpty())
        return;
    const QString project = m_session->path();
    const auto far = std::find_if(paths.cbegin(), paths.cend(), [&](const QString& path) {
        return isTooLarge(path) && !collect::liesBesideProject(project, path);
    });
    if (far == paths.cend()) {
        read(paths, false);
        return;
    }
    dialogs::choose(
        m_window, tr("“%1”较大，不存入项目，只按路径引用。").arg(QFileInfo(*far).fileName()),
        tr("它不在项目文件所在的文件夹里。复制到项目旁的“佐证材料”文件夹，移动项目时就不会丢失。"),
        {tr("复制到项目旁"), tr("引用原处")},
        [this, paths](int chosen) { read(paths, chosen == 0); });
}

void FigureDocuments::read(const QStringList& paths, bool copyBeside)
{
    if (!m_figure)
        return;
    const project::FigureKey key = *m_figure;
    const QString project = m_session->path();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    using Read = QList<collect::ReadDocument>;
    m_jobs->start<Read>(
        tr("附加佐证材料"),
        [=](const CancelToken& cancel, const ProgressSink& progress) -> Result<Read> {
            Read all;
            QSet<QString> digests;
            for (QString path : paths) {
                if (copyBeside && isTooLarge(path) && !collect::liesBesideProject(project, path)) {
                    const auto copy = collect::copyBesideProject(project, path, cancel, progress);
                    if (!copy)
                        return copy.error();
                    path = *copy;
                }
                auto one = collect::readDocument(project, path, collect::Keeping::ByLimit, now,
                                                 cancel, progress);
                if (!one)
                    return one.error();
                if (digests.contains(one->attachment.sha256))
                    continue;
                digests << one->attachment.sha256;
                all << *std::move(one);
            }
            return all;
        },
        this,
        [this, key](const Result<Read>& all) {
            if (!all) {
                if (all.error().code() != ErrorCode::Cancelled)
                    Q_EMIT failed(all.error());
                return;
            }
            const project::YearDataPtr held = m_session->data();
            if (!held)
                return;
            project::Document document;
            document.subject = key.subject;
            document.region = key.region;
            document.year = key.year;
            project::ChangeSet set;
            for (const collect::ReadDocument& one : *all)
                set.append(collect::attach(*held, one, {document}));
            if (set.isEmpty())
                Q_EMIT noticed(tr("这些材料已经附在这个数值上。"));
            m_session->edit(set);
        });
}

QString FigureDocuments::copyPath(const project::Attachment& attachment)
{
    if (!m_copies)
        m_copies = std::make_unique<QTemporaryDir>();
    QString name = attachment.name;
    name.replace(u'/', u'_').replace(u'\\', u'_');
    return m_copies->filePath(attachment.sha256.left(12) + u'/' + name);
}

void FigureDocuments::open(project::AttachmentId id)
{
    const project::YearDataPtr held = m_session->data();
    const project::Attachment* found = held ? held->attachment(id) : nullptr;
    if (!found)
        return;
    struct Answer
    {
        Checked checked;
        std::optional<Error> error;
    };
    auto answer = std::make_shared<Answer>();
    const project::Attachment attachment = *found;
    const QString copy = attachment.isInside() ? copyPath(attachment) : QString();
    m_session->withFile(
        this,
        [answer, attachment, copy,
         before = m_states.value(attachment.sha256)](project::ProjectFile& file) {
            if (!attachment.isInside()) {
                answer->checked = check(file.path(), attachment, before);
                return;
            }
            answer->checked.path = copy;
            const auto bytes = file.content(attachment.sha256);
            if (!bytes) {
                answer->error = bytes.error();
                return;
            }
            if (QFileInfo(copy).size() == attachment.size)
                return;
            QDir().mkpath(QFileInfo(copy).path());
            if (const auto written = writeFileSafely(copy, *bytes); !written)
                answer->error = written.error();
            // What is changed in the copy would be lost.
            QFile::setPermissions(copy, QFile::ReadOwner | QFile::ReadUser);
        },
        [this, answer, attachment] {
            if (answer->error) {
                Q_EMIT failed(*answer->error);
                return;
            }
            if (!attachment.isInside())
                took(attachment.sha256, answer->checked);
            if (answer->checked.state == DocumentState::Vanished) {
                Q_EMIT failed(Error(
                    ErrorCode::NotFound,
                    tr("材料“%1”应在 "
                       "%2，但找不到或打不开；请放回原处，或用“重新指定…”指明它在哪里。")
                        .arg(attachment.name, QDir::toNativeSeparators(answer->checked.path))));
                return;
            }
            if (answer->checked.state == DocumentState::Changed)
                Q_EMIT noticed(
                    tr("材料“%1”在附加之后被改动过，请核对它所支持的数值。").arg(attachment.name));
            dialogs::openOutside(answer->checked.path);
        });
}

void FigureDocuments::describe(qint64 document, bool place)
{
    const auto find = [this, document]() -> std::optional<project::Document> {
        const project::YearDataPtr held = m_session->data();
        if (!held)
            return std::nullopt;
        const auto found =
            std::find_if(held->documents.cbegin(), held->documents.cend(),
                         [document](const project::Document& one) { return one.id == document; });
        return found == held->documents.cend() ? std::nullopt : std::optional(*found);
    };
    const std::optional<project::Document> now = find();
    if (!now)
        return;
    dialogs::askText(m_window, place ? tr("页码或单元格") : tr("备注"),
                     place ? tr("数值在材料的何处，如“第 3 页”“Sheet1!C12”：") : tr("备注："),
                     place ? now->place : now->note, !place,
                     [this, find, place](const QString& text) {
                         std::optional<project::Document> wanted = find();
                         if (!wanted)
                             return;
                         (place ? wanted->place : wanted->note) = text.trimmed();
                         m_session->edit(project::edits::setDocument(*m_session->data(), *wanted));
                     });
}

void FigureDocuments::replace(project::AttachmentId id)
{
    const project::YearDataPtr held = m_session->data();
    const project::Attachment* attachment = held ? held->attachment(id) : nullptr;
    if (!attachment)
        return;
    const auto keeping =
        attachment->isInside() ? collect::Keeping::ByLimit : collect::Keeping::Referenced;
    dialogs::openFile(
        m_window,
        {.title = tr("重新指定 %1").arg(attachment->name),
         .filter = tr("所有文件 (*)"),
         .suggested = {},
         .suffix = {}},
        [this, id, keeping](const QString& path) {
            const QString project = m_session->path();
            const QDateTime now = QDateTime::currentDateTimeUtc();
            m_jobs->start<collect::ReadDocument>(
                tr("重新指定佐证材料"),
                [=](const CancelToken& cancel, const ProgressSink& progress) {
                    return collect::readDocument(project, path, keeping, now, cancel, progress);
                },
                this,
                [this, id](const Result<collect::ReadDocument>& read) {
                    if (read && m_session->data())
                        m_session->edit(collect::replaceDocument(*m_session->data(), id, *read));
                    else if (!read && read.error().code() != ErrorCode::Cancelled)
                        Q_EMIT failed(read.error());
                });
        });
}

void FigureDocuments::remove(qint64 document)
{
    const project::YearDataPtr held = m_session->data();
    if (!held)
        return;
    const auto link =
        std::find_if(held->documents.cbegin(), held->documents.cend(),
                     [document](const project::Document& one) { return one.id == document; });
    if (link == held->documents.cend())
        return;
    // The last figure takes the document with it.
    const project::AttachmentId id = link->attachment;
    const auto uses =
        std::count_if(held->documents.cbegin(), held->documents.cend(),
                      [id](const project::Document& one) { return one.attachment == id; });
    const project::Attachment* attachment = held->attachment(id);
    const bool returned = attachment && std::any_of(held->returns.cbegin(), held->returns.cend(),
                                                    [attachment](const project::Return& one) {
                                                        return one.sha256 == attachment->sha256;
                                                    });
    m_session->edit(uses > 1 || returned ? project::edits::removeDocument(*held, document)
                                         : project::edits::removeAttachment(*held, id));
}

} // namespace checkup::workspace
