#pragma once

#include "app/cli/console.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>

#include <functional>
#include <string>

namespace checkup::cli {

/// What a verb runs with, and what it leaves: the work is set when its subcommand was chosen.
struct Command
{
    Console console;
    std::function<Exit(const Console&)> work;
};

/// The sentences of the command line.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Command)
public:
    static std::string help(const char* source) { return tr(source).toStdString(); }
};

inline QString text(const std::string& s)
{
    return QString::fromStdString(s);
}

void addProjectVerbs(CLI::App& app, Command& command);   ///< new, info, verify
void addCatalogueVerbs(CLI::App& app, Command& command); ///< catalogue list|show|export|import|diff
void addCollectVerbs(CLI::App& app, Command& command);   ///< import, mapping
void addTaskVerbs(CLI::App& app, Command& command);      ///< tasks, letters, appraise, stages
void addEditVerbs(CLI::App& app, Command& command);      ///< adopt, sources, exclude, include
void addEvidenceVerbs(CLI::App& app, Command& command);  ///< attach, documents, audit, compare…
void addCheckVerbs(CLI::App& app, Command& command);     ///< check
void addAssessVerbs(CLI::App& app, Command& command);    ///< assess
void addMeasureVerbs(CLI::App& app, Command& command);   ///< measure
void addCoverVerb(CLI::App& measure, Command& command);  ///< measure cover|catchment
void addTableVerbs(CLI::App& measure, Command& command); ///< measure matrix|transition|encroach
void addLayersVerb(CLI::App& app, Command& command);     ///< layers
void addReturnsVerb(CLI::App& app, Command& command);    ///< returns
void addSpatialVerbs(CLI::App& app, Command& command);   ///< spatial
void addSymbolsVerb(CLI::App& app, Command& command);    ///< symbols
void addReportVerbs(CLI::App& app, Command& command);    ///< draw, report

} // namespace checkup::cli
