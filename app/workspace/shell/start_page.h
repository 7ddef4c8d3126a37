#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace checkup::workspace {

class Card;

/// What the window shows while nothing is open: begin a year, open one, recent files, the sample.
class StartPage : public QWidget
{
    Q_OBJECT
public:
    explicit StartPage(QWidget* parent = nullptr);
    void retranslate();

Q_SIGNALS:
    void newRequested();
    void openRequested();
    void sampleRequested();
    void fileRequested(const QString& path);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void fillRecent();

    QLabel* m_title;
    QLabel* m_subtitle;
    QPushButton* m_new;
    QPushButton* m_open;
    QPushButton* m_sample;
    Card* m_recent;
    QVBoxLayout* m_files;
    QLabel* m_hint;
};

/// A small project that comes with the program, to look around in; empty when there is none.
QString samplePath();

} // namespace checkup::workspace
