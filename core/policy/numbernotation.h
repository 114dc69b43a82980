// SPDX-License-Identifier: GPL-3.0-or-later
// Reads what was typed or dialled down to its digits: blanks, brackets, dashes, "+", "tel:", "(0)" and extensions, in
// one pass and without a heap allocation.
#pragma once

#include <QStringView>

#include <array>

namespace lw::policy {

enum class NotationProblem : quint8 {
    None,
    Empty,
    TooLong,        ///< more text than any number needs
    TooManyDigits,  ///< more than 15 (ITU-T E.164)
    Letters,
    ForeignDigits,   ///< digits of another script, fullwidth ones too
    InvisibleMarks,  ///< bidirectional and other format characters
    OtherCharacters,
    PlusInside,   ///< "+" anywhere but in front
    BadExtension  ///< something other than 1 to 7 digits after "ext."
};

struct DialledDigits {
    std::array<char, 24> digits{};  ///< '0' to '9'
    int size = 0;
    bool plus = false;       ///< "+" in front
    int bracketedZero = -1;  ///< place of the zero of "(0)"
    QStringView extension;   ///< of the text that was read
    QChar offender;          ///< the character of a problem, where it is one
    NotationProblem problem = NotationProblem::None;
};

DialledDigits readDialled(QStringView text);

/// A sentence that says what is wrong and the remedy.
QString notationSentence(const DialledDigits &read);

}  // namespace lw::policy
