/**
 * Where a launch is made. {@link org.maxdock.ui.launch.LaunchDraft} owns what its user types and picks, and no file
 * knows it; all else follows from it ({@link org.maxdock.ui.launch.DraftModel}, the script, the checks, the captions),
 * so that nothing can be about a launch of before. Only here it is known how a launch is typed: {@code LaunchTexts}
 * makes texts of a launch, {@code DraftedLaunch} a launch of texts, or says what is wrong beside its field.
 *
 * <p>What a launch maps is its own, or the project's plan as it is now ({@link org.maxdock.ui.launch.DraftMounts}).
 * Loading a kept launch changes the draft and nothing else; keeping it is an act.
 */
package org.maxdock.ui.launch;
