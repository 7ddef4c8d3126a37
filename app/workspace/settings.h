#pragma once

#include <QObject>
#include <QVariant>

#include <memory>

class QSettings;
class QTemporaryDir;

namespace checkup::workspace {

/// The habits of the user (never facts of a project, which live in its file). One table in the .cpp
/// says each key's name and default. Interface thread.
class Settings : public QObject
{
    Q_OBJECT
public:
    enum class Key {
        Language,    ///< "zh", "en"
        Theme,       ///< "light", "dark", "system"
        TextScale,   ///< percent of the normal text size: 85 to 160
        RecentFiles, ///< paths, newest first
        LastFolder,  ///< where file dialogs start
        WindowGeometry,
        RailCollapsed,
        InspectorShown,
        InspectorWidth,
        BaseTiles, ///< folder or MBTiles file of the base map
        Person,    ///< who is written into the history; empty: the system's user name
    };

    static Settings& instance();

    QVariant value(Key key) const;
    void set(Key key, const QVariant& value);

    /// Puts a path to the front of RecentFiles (ten are kept), or takes it out.
    void addRecent(const QString& path);
    void removeRecent(const QString& path);

    /// For tests: from now on an empty file in a temporary folder.
    void useTemporary();

Q_SIGNALS:
    void changed(checkup::workspace::Settings::Key key);

private:
    Settings();
    ~Settings() override;

    std::unique_ptr<QTemporaryDir> m_temporary;
    std::unique_ptr<QSettings> m_store;
};

} // namespace checkup::workspace
